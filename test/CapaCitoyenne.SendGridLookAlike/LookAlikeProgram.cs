using System.Globalization;
using System.Threading.Channels;

namespace CapaCitoyenne.TestBase.SendGrid;

/// <summary>
/// The look-alike by hand, for a hub that runs beside it; see README.md. It writes what it does, takes no options that are not listed there, and
/// ends with Ctrl+C.
/// </summary>
internal static class LookAlikeProgram
{
    public static async Task<int> Main(string[] args)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal) { ["port"] = "5025", ["seed"] = "1", ["misbehave"] = "0", ["loss"] = "0", ["webhook"] = "" };
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            if (!options.ContainsKey(args[i].TrimStart('-'))) return await FailAsync(args[i]);
            options[args[i].TrimStart('-')] = args[i + 1];
        }

        if (args.Length % 2 != 0) return await FailAsync(args[^1]);

        var seed = int.Parse(options["seed"], CultureInfo.InvariantCulture);
        var loss = double.Parse(options["loss"], CultureInfo.InvariantCulture);
        await using var server = await SendGridLookAlike.StartAsync(port: int.Parse(options["port"], CultureInfo.InvariantCulture));
        server.KeepBodies = false;
        server.Misbehave(seed, double.Parse(options["misbehave"], CultureInfo.InvariantCulture));
        var mails = Channel.CreateUnbounded<HandedOver>();
        server.OnMail = mail => mails.Writer.TryWrite(mail);
        await Console.Out.WriteLineAsync(
            $"""
            Start the hub with:
              Mail__Provider=SendGrid Mail__SendGrid__Host={server.BaseUrl} Mail__SendGrid__ApiKey=SG.none Mail__SendGrid__WebhookPublicKey={server.Events.PublicKey}
            """);
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        using var http = new HttpClient();
        var random = new Random(seed);
        try
        {
            while (await mails.Reader.WaitToReadAsync(stop.Token))
            {
                await Task.Delay(TimeSpan.FromSeconds(1), stop.Token);
                var batch = new List<HandedOver>();
                while (batch.Count < 500 && mails.Reader.TryRead(out var mail)) batch.Add(mail);
                await Console.Out.WriteLineAsync($"{batch.Count} taken, from {batch[0].Email} to {batch[^1].Email}");
                if (options["webhook"].Length > 0) await TellAsync(http, server, options["webhook"], batch, random, loss);
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C.
        }

        return 0;
    }

    /// <summary>Tells the hub at once what the real one would tell after the batch's hour: whoever tries things out does not wait.</summary>
    private static async Task TellAsync(HttpClient http, SendGridLookAlike server, string webhook, List<HandedOver> batch, Random random, double loss)
    {
        var events = SendGridEvents.Disorder(batch.Where(server.WillLeave).SelectMany(mail => SendGridEvents.LifeOf(mail, random)), random, loss);
        if (events.Count == 0) return;
        var signed = server.Events.Sign(events);
        using var content = new ByteArrayContent(signed.Body);
        content.Headers.ContentType = new("application/json");
        content.Headers.Add("X-Twilio-Email-Event-Webhook-Signature", signed.Signature);
        content.Headers.Add("X-Twilio-Email-Event-Webhook-Timestamp", signed.Timestamp);
        try
        {
            await Console.Out.WriteLineAsync($"{events.Count} events → {(int)(await http.PostAsync(webhook, content)).StatusCode}");
        }
        catch (HttpRequestException e)
        {
            await Console.Out.WriteLineAsync($"{events.Count} events lost: {e.Message}");
        }
    }

    private static async Task<int> FailAsync(string option)
    {
        await Console.Error.WriteLineAsync($"{option}: options are --port N --seed N --misbehave 0…1 --webhook URL --loss 0…1, each with its value.");
        return 2;
    }
}
