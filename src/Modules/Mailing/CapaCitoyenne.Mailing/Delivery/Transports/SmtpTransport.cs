using System.Collections.Concurrent;
using System.Diagnostics;
using CapaCitoyenne.Abp.Http;
using CapaCitoyenne.Mailing.MailTransports;
using CapaCitoyenne.Mailing.Results;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

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

    /// <summary>Servers and routers end what is silent without a word: a connection that has rested for so long is asked before a letter is trusted to it.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly MailingOptions _options = options.Value;
    private readonly SmtpOptions _server = mail.Value.Smtp;
    private readonly ConcurrentBag<(SmtpClient Client, DateTime Since)> _idle = [];
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
        while (_idle.TryTake(out var idle)) idle.Client.Dispose();
        _sessions.Dispose();
    }

    private async Task<(RecipientOutcome? Outcome, BulkOutcome? Failure)> SendOneAsync(
        BulkMessage message, BulkRecipient recipient, CancellationToken cancellationToken)
    {
        await _sessions.WaitAsync(CancellationToken.None);
        SmtpClient? client = null;
        try
        {
            using var mime = TryBuild(message, recipient, out var mistake);
            if (mime is null) return (new RecipientOutcome(RecipientOutcomeKind.Refused, mistake), null);
            try
            {
                client = await ConnectAsync(cancellationToken);
            }
            catch (Exception e)
            {
                return NotHandedOver(e, e is AuthenticationException ? BulkOutcomeKind.Unauthorized : BulkOutcomeKind.NotHandedOver);
            }

            var outcome = await SendOneAsync(client, mime);
            // After a doubt, or a refusal of us all, a message may be half begun on it: others start afresh.
            if (client.IsConnected && outcome.Failure is null && outcome.Outcome?.Kind != RecipientOutcomeKind.Unknown)
            {
                _idle.Add((client, clock.Now));
                client = null;
            }

            return outcome;
        }
        finally
        {
            client?.Dispose();
            _sessions.Release();
        }
    }

    private async Task<(RecipientOutcome? Outcome, BulkOutcome? Failure)> SendOneAsync(SmtpClient client, MimeMessage mime)
    {
        try
        {
            await client.SendAsync(mime, CancellationToken.None);
            return (null, null);
        }
        catch (SmtpCommandException e)
        {
            return Classify(e);
        }
        catch (ServiceNotAuthenticatedException e)
        {
            // What MailKit makes of a 530.
            return NotHandedOver(e, BulkOutcomeKind.Unauthorized);
        }
        catch (Exception e)
        {
            // The line broke, or something that nobody thought of: the letter may have left, and no other person's is touched by it.
            return (new RecipientOutcome(RecipientOutcomeKind.Unknown, e.Message), null);
        }
    }

    /// <summary>Before anything leaves: what cannot be written down is certainly not sent, and is said of this person.</summary>
    private MimeMessage? TryBuild(BulkMessage message, BulkRecipient recipient, out string? mistake)
    {
        try
        {
            mistake = null;
            return MimeLetter.Build(message, recipient, clock.Now);
        }
        catch (Exception e)
        {
            mistake = e.Message;
            return null;
        }
    }

    private static (RecipientOutcome, BulkOutcome) NotHandedOver(Exception e, BulkOutcomeKind kind)
        => (new RecipientOutcome(RecipientOutcomeKind.NotHandedOver, e.Message), new BulkOutcome(kind) { Detail = e.Message });

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
            if (idle.Client.IsConnected && (clock.Now - idle.Since < Rest || await IsAliveAsync(idle.Client, cancellationToken))) return idle.Client;
            idle.Client.Dispose();
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

    /// <summary><see cref="SmtpClient.IsConnected"/> says yes until a write has failed, and then it is a letter that is in doubt.</summary>
    private static async Task<bool> IsAliveAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(Patience);
        try
        {
            await client.NoOpAsync(time.Token);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
