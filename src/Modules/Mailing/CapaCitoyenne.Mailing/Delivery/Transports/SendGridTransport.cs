using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SendGrid;

namespace CapaCitoyenne.Mailing.Delivery.Transports;

/// <summary>SendGrid's v3 API through its SDK: one request for up to 1,000 recipients, no retry of the SDK's own.</summary>
[ExposeServices(typeof(IBulkMailTransport))]
internal sealed class SendGridTransport : IBulkMailTransport, ISingletonDependency, IDisposable
{
    /// <summary>The provider refuses to cancel a batch later than this before its hour.</summary>
    internal static readonly TimeSpan CancelMargin = TimeSpan.FromMinutes(10);

    private readonly MailingOptions _options;
    private readonly IClock _clock;
    private readonly HttpClient _http;
    private readonly SendGridClient _client;

    public SendGridTransport(IOptions<MailOptions> mail, IOptions<MailingOptions> options, IClock clock)
    {
        _options = options.Value;
        _clock = clock;
        _http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = TimeSpan.FromSeconds(_options.CallTimeoutSeconds),
        };
        // The SDK insists on a key even for transports that are never used.
        var key = mail.Value.SendGrid.ApiKey is { Length: > 0 } given ? given : "none";
        _client = new SendGridClient(_http, new SendGridClientOptions { ApiKey = key, Host = mail.Value.SendGrid.Host });
    }

    public MailProvider Provider => MailProvider.SendGrid;

    public string Name { get; init; } = nameof(MailProvider.SendGrid);

    public int MaxRecipients => Math.Clamp(_options.SendGridBatchSize, 1, 1000);

    public TimeSpan DoubtHorizon => TimeSpan.FromHours(24);

    public async Task<HandOverPlan> PrepareAsync(CancellationToken cancellationToken)
    {
        if (_options.SafeSendMinutes <= 0) return HandOverPlan.None;

        var (response, failure) = await CallAsync(() => _client.RequestAsync(BaseClient.Method.POST, urlPath: "mail/batch", cancellationToken: cancellationToken));
        if (response is null) return new HandOverPlan(Failure: failure! with { Kind = BulkOutcomeKind.NotHandedOver });

        var body = await response.Body.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
            return new HandOverPlan(Failure: Certain(SendGridAnswer.Read(response, body, [], _clock.Now)));

        var batchId = JsonDocument.Parse(body).RootElement.GetProperty("batch_id").GetString();
        return new HandOverPlan(batchId, _clock.Now.AddMinutes(_options.SafeSendMinutes));
    }

    public async Task<BulkOutcome> SendAsync(BulkMessage message, CancellationToken cancellationToken)
    {
        var request = SendGridRequest.Build(message);
        var (response, failure) = await CallAsync(() => _client.SendEmailAsync(request, cancellationToken));
        if (response is null) return failure!;

        try
        {
            var body = await response.Body.ReadAsStringAsync(cancellationToken);
            return SendGridAnswer.Read(response, body, message.Recipients, _clock.Now);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // The status line came, so the answer is known; only its explanation is lost.
            return SendGridAnswer.Read(response, "", message.Recipients, _clock.Now);
        }
    }

    public bool CanCancel(AttemptReference attempt) => attempt.BatchId is not null && _clock.Now <= attempt.SendAt - CancelMargin;

    public async Task<AttemptVerdict> AskAsync(AttemptReference attempt, CancellationToken cancellationToken)
    {
        if (attempt.BatchId is null) return AttemptVerdict.Unknown;
        if (CanCancel(attempt) && await CancelAsync(attempt.BatchId, cancellationToken)) return AttemptVerdict.NotAccepted;

        // A second order to cancel is refused, and one may have got through before a crash: what counts is whether the batch stands as cancelled.
        return await StandsAsCancelledAsync(attempt.BatchId, cancellationToken) ? AttemptVerdict.NotAccepted : AttemptVerdict.Unknown;
    }

    private async Task<bool> CancelAsync(string batchId, CancellationToken cancellationToken)
    {
        var order = JsonSerializer.Serialize(new { batch_id = batchId, status = "cancel" });
        var (response, _) = await CallAsync(() => _client.RequestAsync(
            BaseClient.Method.POST, order, urlPath: "user/scheduled_sends", cancellationToken: cancellationToken));
        return response?.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK;
    }

    private async Task<bool> StandsAsCancelledAsync(string batchId, CancellationToken cancellationToken)
    {
        var (response, _) = await CallAsync(() => _client.RequestAsync(
            BaseClient.Method.GET, urlPath: $"user/scheduled_sends/{batchId}", cancellationToken: cancellationToken));
        if (response is not { IsSuccessStatusCode: true }) return false;
        var body = await response.Body.ReadAsStringAsync(cancellationToken);
        return body.Contains("\"cancel\"", StringComparison.Ordinal);
    }

    public Task ForgetAsync(AttemptReference attempt, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _http.Dispose();

    private static async Task<(Response? Response, BulkOutcome? Failure)> CallAsync(Func<Task<Response>> call)
    {
        try
        {
            return (await call(), null);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            // No connection: not one byte of the request left.
            return (null, new BulkOutcome(BulkOutcomeKind.NotHandedOver) { Detail = e.Message });
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return (null, new BulkOutcome(BulkOutcomeKind.Unknown) { Detail = e.Message });
        }
    }

    /// <summary>Asking for a batch id sends nothing: what is unknown for a letter is a plain « no » here.</summary>
    private static BulkOutcome Certain(BulkOutcome outcome) => outcome.Kind is BulkOutcomeKind.Unknown or BulkOutcomeKind.RecipientsRefused
        ? outcome with { Kind = BulkOutcomeKind.NotHandedOver }
        : outcome;
}
