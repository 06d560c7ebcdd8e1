using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.TestBase.SendGrid;

/// <summary>
/// A server that answers like SendGrid's v3 API, and misbehaves on demand as the real one does. It remembers what it accepted, which is
/// the only truth about what people receive.
/// </summary>
public sealed class SendGridLookAlike : IAsyncDisposable
{
    private const int MaxPersonalizations = 1000;
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<LookAlikeMood> _moods = new();
    private readonly ConcurrentDictionary<string, bool> _cancelled = new();
    private readonly ConcurrentBag<HandedOver> _accepted = [];
    private int _calls;
    private int _batches;

    private SendGridLookAlike(WebApplication app) => _app = app;

    public string BaseUrl { get; private set; } = "";

    public SendGridEvents Events { get; } = new();

    /// <summary>Calls to <c>mail/send</c>, whatever became of them.</summary>
    public int Calls => _calls;

    public int BatchesAsked => _batches;

    /// <summary>Everything that was accepted, cancelled batches included.</summary>
    public IReadOnlyCollection<HandedOver> Accepted => _accepted;

    /// <summary>What people get: accepted, and not cancelled before its hour.</summary>
    public IEnumerable<HandedOver> Received => _accepted.Where(m => m.BatchId is null || !_cancelled.ContainsKey(m.BatchId));

    /// <summary>Addresses that make a request fail with 400.</summary>
    public ConcurrentDictionary<string, bool> BadAddresses { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The bodies of the last calls, when <see cref="KeepBodies"/>.</summary>
    public ConcurrentQueue<string> Bodies { get; } = new();

    public bool KeepBodies { get; set; } = true;

    /// <summary>Called when a request has been accepted and its answer has not left: the moment to kill a worker.</summary>
    public Action? OnAccepted { get; set; }

    public static async Task<SendGridLookAlike> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = 60 * 1024 * 1024);
        var app = builder.Build();
        var server = new SendGridLookAlike(app);
        app.MapPost("/v3/mail/send", server.SendAsync);
        app.MapPost("/v3/mail/batch", server.NewBatch);
        app.MapPost("/v3/user/scheduled_sends", (Delegate)server.CancelAsync);
        app.MapGet("/v3/user/scheduled_sends/{batchId}", server.GetScheduled);
        await app.StartAsync();
        server.BaseUrl = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return server;
    }

    /// <summary>How the next calls are answered, one mood each; afterwards all is accepted.</summary>
    public void Next(params LookAlikeMood[] moods)
    {
        foreach (var mood in moods) _moods.Enqueue(mood);
    }

    public async ValueTask DisposeAsync()
    {
        // A hanging answer must not hold the test up.
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        try
        {
            await _app.StopAsync(now.Token);
        }
        catch (OperationCanceledException)
        {
            // As wished.
        }

        await _app.DisposeAsync();
        Events.Dispose();
    }

    private async Task SendAsync(HttpContext http)
    {
        Interlocked.Increment(ref _calls);
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        if (KeepBodies) Bodies.Enqueue(body);
        if (!_moods.TryDequeue(out var mood)) mood = LookAlikeMood.Accept;

        if (await RefuseAsync(http, mood)) return;
        using var json = JsonDocument.Parse(body);
        var message = json.RootElement;
        if (await ObjectAsync(http, message)) return;

        var id = Guid.NewGuid().ToString("N")[..22];
        foreach (var one in Read(message, id)) _accepted.Add(one);
        OnAccepted?.Invoke();

        if (mood == LookAlikeMood.AcceptThenHang) await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        else if (mood == LookAlikeMood.AcceptThenFail) http.Response.StatusCode = (int)HttpStatusCode.InternalServerError;
        else if (mood == LookAlikeMood.AcceptThenDrop) http.Abort();
        else
        {
            http.Response.Headers["X-Message-Id"] = id;
            http.Response.StatusCode = (int)HttpStatusCode.Accepted;
        }
    }

    private static async Task<bool> RefuseAsync(HttpContext http, LookAlikeMood mood)
    {
        switch (mood)
        {
            case LookAlikeMood.Throttle:
                http.Response.Headers["X-RateLimit-Reset"] = DateTimeOffset.UtcNow.AddSeconds(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
                await ErrorAsync(http, 429, null, "too many requests");
                return true;
            case LookAlikeMood.Unauthorized:
                await ErrorAsync(http, 401, null, "The provided authorization grant is invalid, expired, or revoked");
                return true;
            case LookAlikeMood.TooLarge:
                http.Response.StatusCode = 413;
                await http.Response.WriteAsync("<html><body>413 Request Entity Too Large</body></html>");
                return true;
            case LookAlikeMood.RefuseLetter:
                await ErrorAsync(http, 400, "from.email", "The from address does not match a verified Sender Identity.");
                return true;
            case LookAlikeMood.RefuseWithoutField:
                await ErrorAsync(http, 400, null, "Bad Request");
                return true;
            case LookAlikeMood.Fail:
                http.Response.StatusCode = 503;
                return true;
            default:
                return false;
        }
    }

    private async Task<bool> ObjectAsync(HttpContext http, JsonElement message)
    {
        var index = 0;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var personalization in message.GetProperty("personalizations").EnumerateArray())
        {
            var email = personalization.GetProperty("to")[0].GetProperty("email").GetString()!;
            if (BadAddresses.ContainsKey(email))
            {
                await ErrorAsync(http, 400, $"personalizations.{index}.to.0.email", "Does not contain a valid address.");
                return true;
            }

            if (!seen.Add(email))
            {
                await ErrorAsync(http, 400, "personalizations", "Each email address in the personalization block should be unique.");
                return true;
            }

            index++;
        }

        if (index <= MaxPersonalizations) return false;
        await ErrorAsync(http, 400, "personalizations", "The personalizations field must be 1000 or less.");
        return true;
    }

    private static IEnumerable<HandedOver> Read(JsonElement message, string id)
    {
        // A single message (confirmation, invitation) carries no ids of the ledger.
        if (!message.TryGetProperty("custom_args", out var args)) yield break;
        var attempt = args.GetProperty("a").GetString()!;
        var tenant = args.GetProperty("t").GetString()!;
        var batch = message.TryGetProperty("batch_id", out var b) ? b.GetString() : null;
        foreach (var personalization in message.GetProperty("personalizations").EnumerateArray())
        {
            yield return new HandedOver(
                personalization.GetProperty("to")[0].GetProperty("email").GetString()!,
                attempt, personalization.GetProperty("custom_args").GetProperty("d").GetString()!, tenant, batch, id);
        }
    }

    private IResult NewBatch()
    {
        Interlocked.Increment(ref _batches);
        return Results.Json(new { batch_id = Guid.NewGuid().ToString("N") }, statusCode: 201);
    }

    private async Task<IResult> CancelAsync(HttpContext http)
    {
        using var json = await JsonDocument.ParseAsync(http.Request.Body);
        var isNew = _cancelled.TryAdd(json.RootElement.GetProperty("batch_id").GetString()!, true);
        return Results.StatusCode(isNew ? 201 : 400);
    }

    private IResult GetScheduled(string batchId) => Results.Json(
        _cancelled.ContainsKey(batchId) ? new[] { new { batch_id = batchId, status = "cancel" } } : []);

    private static Task ErrorAsync(HttpContext http, int status, string? field, string message)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { errors = new[] { new { message, field, help = (string?)null } }, id = "look-alike" });
    }
}

public enum LookAlikeMood
{
    Accept,
    /// <summary>Takes the mail and never answers.</summary>
    AcceptThenHang,
    /// <summary>Takes the mail and answers 500.</summary>
    AcceptThenFail,
    /// <summary>Takes the mail and cuts the connection.</summary>
    AcceptThenDrop,
    /// <summary>Answers 503 without taking the mail.</summary>
    Fail,
    /// <summary>429, to be tried again one second later.</summary>
    Throttle,
    Unauthorized,
    /// <summary>413 with a page of HTML.</summary>
    TooLarge,
    /// <summary>400 about the sender.</summary>
    RefuseLetter,
    /// <summary>400 that names no field.</summary>
    RefuseWithoutField,
}

/// <summary>One recipient of one accepted request, with our custom arguments as they came.</summary>
public sealed record HandedOver(string Email, string Attempt, string Delivery, string Tenant, string? BatchId, string MessageId);
