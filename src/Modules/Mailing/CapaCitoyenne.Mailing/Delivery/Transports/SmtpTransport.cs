using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using CapaCitoyenne.Abp.Http;
using CapaCitoyenne.Mailing.MailTransports;
using CapaCitoyenne.Mailing.Results;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Mailing.Delivery.Transports;

/// <summary>
/// SMTP with connections that stay open. A server answers for each message, so a batch has an outcome per person; a doubt is only left
/// where the connection broke between the last byte of a message and the answer, or by a crash.
/// </summary>
[ExposeServices(typeof(IBulkMailTransport))]
internal sealed class SmtpTransport(IOptions<MailOptions> mail, IOptions<MailingOptions> options, IClock clock, IOutsideConnector? outside = null)
    : IBulkMailTransport, ISingletonDependency, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
    private readonly MailingOptions _options = options.Value;
    private readonly SmtpOptions _server = mail.Value.Smtp;
    private readonly ConcurrentBag<SmtpClient> _idle = [];
    private readonly SemaphoreSlim _sessions = new(Math.Max(1, options.Value.SmtpSessions));

    public MailProvider Provider => MailProvider.Smtp;

    public string Name { get; init; } = nameof(MailProvider.Smtp);

    public int MaxRecipients => Math.Clamp(_options.SmtpBatchSize, 1, 1000);

    public TimeSpan DoubtHorizon => TimeSpan.Zero;

    public Task<HandOverPlan> PrepareAsync(CancellationToken cancellationToken) => Task.FromResult(HandOverPlan.None);

    public Task<AttemptVerdict> AskAsync(AttemptReference attempt, CancellationToken cancellationToken) => Task.FromResult(AttemptVerdict.Unknown);

    public Task ForgetAsync(AttemptReference attempt, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<BulkOutcome> SendAsync(BulkMessage message, CancellationToken cancellationToken)
    {
        var exceptions = new ConcurrentDictionary<Guid, RecipientOutcome>();
        var watch = Stopwatch.StartNew();
        BulkOutcome? stop = null;
        await Parallel.ForEachAsync(
            message.Recipients,
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, _options.SmtpSessions), CancellationToken = CancellationToken.None },
            async (recipient, _) =>
            {
                // A slow server keeps no worker for longer than a call may last: who is left comes in the next one.
                var (outcome, failure) = Volatile.Read(ref stop) is null && watch.Elapsed.TotalSeconds < _options.CallTimeoutSeconds
                    ? await SendOneAsync(message, recipient, cancellationToken)
                    : (new RecipientOutcome(RecipientOutcomeKind.NotHandedOver, null), null);
                if (outcome is not null) exceptions[recipient.ContactId] = outcome;
                if (failure is not null) Interlocked.CompareExchange(ref stop, failure, null);
            });

        // Accepted for whom no exception says otherwise; when nobody was reached, the failure is that of the whole batch.
        var reached = exceptions.Count < message.Recipients.Count || exceptions.Values.Any(e => e.Kind != RecipientOutcomeKind.NotHandedOver);
        if (stop is not null && !reached) return stop;
        return new BulkOutcome(BulkOutcomeKind.Accepted) { Exceptions = exceptions, Detail = stop?.Detail, Until = stop?.Until };
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var client)) client.Dispose();
        _sessions.Dispose();
    }

    private async Task<(RecipientOutcome? Outcome, BulkOutcome? Failure)> SendOneAsync(
        BulkMessage message, BulkRecipient recipient, CancellationToken cancellationToken)
    {
        await _sessions.WaitAsync(CancellationToken.None);
        SmtpClient? client = null;
        try
        {
            try
            {
                client = await ConnectAsync(cancellationToken);
            }
            catch (Exception e)
            {
                var kind = e is AuthenticationException ? BulkOutcomeKind.Unauthorized : BulkOutcomeKind.NotHandedOver;
                return (new RecipientOutcome(RecipientOutcomeKind.NotHandedOver, e.Message), new BulkOutcome(kind) { Detail = e.Message });
            }

            using var mime = MimeLetter.Build(message, recipient, clock.Now);
            await client.SendAsync(mime, CancellationToken.None);
            return (null, null);
        }
        catch (SmtpCommandException e)
        {
            return Classify(e);
        }
        catch (Exception e) when (e is ProtocolException or IOException or SocketException or TimeoutException or OperationCanceledException)
        {
            client?.Dispose();
            client = null;
            return (new RecipientOutcome(RecipientOutcomeKind.Unknown, e.Message), null);
        }
        finally
        {
            if (client is { IsConnected: true }) _idle.Add(client);
            else client?.Dispose();
            _sessions.Release();
        }
    }

    private (RecipientOutcome, BulkOutcome?) Classify(SmtpCommandException e)
    {
        var code = (int)e.StatusCode;
        var isAboutSender = e.ErrorCode == SmtpErrorCode.SenderNotAccepted;
        if (code is 530 or 534 or 535 or 538 || (isAboutSender && code >= 500))
        {
            return (new RecipientOutcome(RecipientOutcomeKind.NotHandedOver, e.Message), new BulkOutcome(BulkOutcomeKind.Unauthorized) { Detail = e.Message });
        }

        if (code >= 500) return (new RecipientOutcome(RecipientOutcomeKind.Refused, e.Message), null);

        // 4xx: not now. 421, 454 and what is said about the sender or the account hold for everybody, all else for this person alone.
        return code is 421 or 454 || isAboutSender || IsAboutAccount(e)
            ? (new RecipientOutcome(RecipientOutcomeKind.NotHandedOver, e.Message), new BulkOutcome(BulkOutcomeKind.Throttled) { Detail = e.Message, Until = clock.Now + Pause })
            : (new RecipientOutcome(RecipientOutcomeKind.Deferred, e.Message), null);
    }

    /// <summary>« Sending limit exceeded », whoever the letter was for; not « mailbox over quota ».</summary>
    private static bool IsAboutAccount(SmtpCommandException e) => TransportFaults.Of(e) == TransportFault.QuotaReached
        && DeliveryReasons.Of(e.Message) is null or DeliveryReason.TooManyAtOnce or DeliveryReason.AccountQuota;

    private async Task<SmtpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        while (_idle.TryTake(out var idle))
        {
            if (idle.IsConnected) return idle;
            idle.Dispose();
        }

        var client = new SmtpClient { Timeout = _options.CallTimeoutSeconds * 1000 };
        try
        {
            await SmtpDoor.OpenAsync(client, _server, outside, cancellationToken);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }
}
