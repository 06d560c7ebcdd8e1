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
    private readonly ConcurrentBag<HandedOver> _accepted = [];
    private readonly TimeProvider _clock;
    private readonly LookAlikeBatches _batches;
    private readonly Lock _chance = new();
    private Random? _random;
    private double _badMoodRate;
    private int _calls;
    private int _batchesAsked;

    private SendGridLookAlike(WebApplication app, TimeProvider clock)
    {
        _app = app;
        _clock = clock;
        _batches = new LookAlikeBatches(clock);
    }

    public string BaseUrl { get; private set; } = "";

    public SendGridEvents Events { get; } = new();

    /// <summary>Calls to <c>mail/send</c>, whatever became of them.</summary>
    public int Calls => _calls;

    public int BatchesAsked => _batchesAsked;

    /// <summary>Everything that was accepted, cancelled batches included.</summary>
    public IReadOnlyCollection<HandedOver> Accepted => _accepted;

    /// <summary>What people get: accepted, and not cancelled before its hour.</summary>
    public IEnumerable<HandedOver> Received => _accepted.Where(WillLeave);

    public bool WillLeave(HandedOver mail) => mail.BatchId is null || !_batches.IsCancelled(mail.BatchId);

    /// <summary>Addresses that make a request fail with 400.</summary>
    public ConcurrentDictionary<string, bool> BadAddresses { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The bodies of the last calls, when <see cref="KeepBodies"/>.</summary>
    public ConcurrentQueue<string> Bodies { get; } = new();

    public bool KeepBodies { get; set; } = true;

    /// <summary>False where a million recipients would fill the memory: then only <see cref="OnMail"/> knows them.</summary>
    public bool KeepMail { get; set; } = true;

    /// <summary>Told every recipient of every accepted request.</summary>
    public Action<HandedOver>? OnMail { get; set; }

    /// <summary>Called when a request has been accepted and its answer has not left: the moment to kill a worker.</summary>
    public Action? OnAccepted { get; set; }

    /// <param name="clock">For hours and limits; the machine's when null.</param>
    /// <param name="port">0 = a free one.</param>
    public static async Task<SendGridLookAlike> StartAsync(TimeProvider? clock = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = 60 * 1024 * 1024);
        var app = builder.Build();
        var server = new SendGridLookAlike(app, clock ?? TimeProvider.System);
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

    /// <summary>From now on each call is answered badly with this chance, always in the same way for the same seed and order of calls.</summary>
    /// <param name="seed">Names the schedule.</param>
    /// <param name="rate">Between 0 and 1.</param>
    public void Misbehave(int seed, double rate)
    {
        lock (_chance)
        {
            _random = new Random(seed);
            _badMoodRate = rate;
        }
    }

    /// <summary>All is accepted again.</summary>
    public void CalmDown()
    {
        _moods.Clear();
        Misbehave(0, 0);
    }

    /// <summary>Each release cuts the connection of one call that hangs, or of the next one that will.</summary>
    public SemaphoreSlim Cuts { get; } = new(0);

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
        Cuts.Dispose();
    }

    private async Task SendAsync(HttpContext http)
    {
        Interlocked.Increment(ref _calls);
        using var json = await JsonDocument.ParseAsync(http.Request.Body);
        var message = json.RootElement;
        if (KeepBodies) Bodies.Enqueue(message.GetRawText());
        var mood = NextMood();
        if (await RefuseAsync(http, mood)) return;
        if (await ObjectAsync(http, message)) return;

        var id = Guid.NewGuid().ToString("N")[..22];
        foreach (var one in Read(message, id))
        {
            if (KeepMail) _accepted.Add(one);
            OnMail?.Invoke(one);
        }

        OnAccepted?.Invoke();

        if (mood == LookAlikeMood.AcceptThenHang) await Cuts.WaitAsync(http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        if (mood is LookAlikeMood.AcceptThenHang or LookAlikeMood.AcceptThenDrop) http.Abort();
        else if (mood == LookAlikeMood.AcceptThenFail) http.Response.StatusCode = (int)HttpStatusCode.InternalServerError;
        else
        {
            http.Response.Headers["X-Message-Id"] = id;
            http.Response.StatusCode = (int)HttpStatusCode.Accepted;
        }
    }

    private LookAlikeMood NextMood()
    {
        if (_moods.TryDequeue(out var mood)) return mood;
        lock (_chance)
        {
            return _random is not null && _random.NextDouble() < _badMoodRate
                ? (LookAlikeMood)_random.Next(1, Enum.GetValues<LookAlikeMood>().Length)
                : LookAlikeMood.Accept;
        }
    }

    private async Task<bool> RefuseAsync(HttpContext http, LookAlikeMood mood)
    {
        switch (mood)
        {
            case LookAlikeMood.Throttle:
                http.Response.Headers["X-RateLimit-Reset"] = _clock.GetUtcNow().AddSeconds(2).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
                await ErrorAsync(http, 429, null, "too many requests");
                return true;
            case LookAlikeMood.Unauthorized:
                await ErrorAsync(http, 401, null, "The provided authorization grant is invalid, expired, or revoked");
                return true;
            case LookAlikeMood.Forbidden:
                await ErrorAsync(http, 403, null, "The from address does not match a verified Sender Identity.");
                return true;
            case LookAlikeMood.TooLargeJson:
                await ErrorAsync(http, 413, null, "The JSON payload you have included in your request is too large.");
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
        if (Objection(message) is { } objection)
        {
            await ErrorAsync(http, 400, objection.Field, objection.Message);
            return true;
        }

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

    private (string Field, string Message)? Objection(JsonElement message)
    {
        if (BatchOf(message) is { } batch && !_batches.Exists(batch)) return ("batch_id", "The batch id is invalid.");
        return HourOf(message) > _clock.GetUtcNow() + LookAlikeBatches.MaxDelay
            ? ("send_at", "Scheduling more than 72 hours in advance is forbidden.")
            : null;
    }

    private static string? BatchOf(JsonElement message) => message.TryGetProperty("batch_id", out var id) ? id.GetString() : null;

    private static DateTimeOffset? HourOf(JsonElement message) =>
        message.TryGetProperty("send_at", out var at) ? DateTimeOffset.FromUnixTimeSeconds(at.GetInt64()) : null;

    private IEnumerable<HandedOver> Read(JsonElement message, string id)
    {
        // A single message (confirmation, invitation) carries no ids of the ledger.
        if (!message.TryGetProperty("custom_args", out var args) || !args.TryGetProperty("a", out var attemptArg)) yield break;
        var attempt = attemptArg.GetString()!;
        var tenant = args.GetProperty("t").GetString()!;
        var batch = BatchOf(message);
        var hour = HourOf(message);
        if (batch is not null && hour is { } at) _batches.Schedule(batch, at);
        foreach (var personalization in message.GetProperty("personalizations").EnumerateArray())
        {
            yield return new HandedOver(
                personalization.GetProperty("to")[0].GetProperty("email").GetString()!,
                attempt, personalization.GetProperty("custom_args").GetProperty("d").GetString()!, tenant, batch, id, hour);
        }
    }

    private IResult NewBatch()
    {
        Interlocked.Increment(ref _batchesAsked);
        return Results.Json(new { batch_id = _batches.New() }, statusCode: 201);
    }

    private async Task<IResult> CancelAsync(HttpContext http)
    {
        using var json = await JsonDocument.ParseAsync(http.Request.Body);
        var id = json.RootElement.GetProperty("batch_id").GetString()!;
        return _batches.Cancel(id) is { } objection
            ? Results.Json(new { errors = new[] { new { field = "batch_id", message = objection } } }, statusCode: 400)
            : Results.Json(new { batch_id = id, status = "cancel" }, statusCode: 201);
    }

    private IResult GetScheduled(string batchId) => Results.Json(
        _batches.IsCancelled(batchId) ? new[] { new { batch_id = batchId, status = "cancel" } } : []);

    private static Task ErrorAsync(HttpContext http, int status, string? field, string message)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { errors = new[] { new { message, field, help = (string?)null } }, id = "look-alike" });
    }
}
