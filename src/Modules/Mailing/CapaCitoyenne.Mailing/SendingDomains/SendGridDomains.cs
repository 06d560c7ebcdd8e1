using System.Globalization;
using System.Text.Json;
using CapaCitoyenne.Mailing.MailTransports;
using SendGrid;

namespace CapaCitoyenne.Mailing.SendingDomains;

/// <param name="Message">The provider's words, when it does not accept the lines.</param>
internal sealed record DomainValidation(bool IsValid, string? Message);

/// <summary>Domain authentication at SendGrid (<c>/v3/whitelabel/domains</c>): it gives three aliases and signs with keys of its own behind them.</summary>
internal sealed class SendGridDomains : ITransientDependency
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.DomainRefused"/> with the provider's words.</exception>
    public async Task<(long Id, List<DnsRecord> Records)> CreateAsync(MailOptions options, string name)
    {
        var isEu = options.SendGrid.Host == options.SendGrid.EuHost;
        var order = isEu
            ? JsonSerializer.Serialize(new { domain = name, automatic_security = true, region = "eu" })
            : JsonSerializer.Serialize(new { domain = name, automatic_security = true });
        var answer = await CallAsync(options, BaseClient.Method.POST, "whitelabel/domains", order);
        try
        {
            using var json = JsonDocument.Parse(answer);
            var dns = json.RootElement.GetProperty("dns");
            return (json.RootElement.GetProperty("id").GetInt64(), [
                Read(dns, "mail_cname", DnsRecordPurpose.ReturnPath), Read(dns, "dkim1", DnsRecordPurpose.Signature), Read(dns, "dkim2", DnsRecordPurpose.Signature),
            ]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new BusinessException(MailingErrorCodes.DomainRefused, innerException: e).WithData("Reason", "?");
        }
    }

    public async Task<DomainValidation> ValidateAsync(MailOptions options, long id)
    {
        using var json = JsonDocument.Parse(await CallAsync(options, BaseClient.Method.POST, $"whitelabel/domains/{id.ToString(CultureInfo.InvariantCulture)}/validate", null));
        if (json.RootElement.TryGetProperty("valid", out var valid) && valid.ValueKind == JsonValueKind.True) return new DomainValidation(true, null);
        var reasons = json.RootElement.TryGetProperty("validation_results", out var results) && results.ValueKind == JsonValueKind.Object
            ? results.EnumerateObject().Select(r => r.Value.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String ? reason.GetString() : null)
            : [];
        return new DomainValidation(false, string.Join(" ", reasons.OfType<string>().Distinct()) is { Length: > 0 } text ? text : null);
    }

    /// <summary>As far as it can be done: a domain that is left there does no harm.</summary>
    public async Task DeleteAsync(MailOptions options, long id)
    {
        try
        {
            await CallAsync(options, BaseClient.Method.DELETE, $"whitelabel/domains/{id.ToString(CultureInfo.InvariantCulture)}", null);
        }
        catch (BusinessException)
        {
            // Another key, another account, or gone already.
        }
    }

    private static DnsRecord Read(JsonElement dns, string name, DnsRecordPurpose purpose)
    {
        var record = dns.GetProperty(name);
        return new DnsRecord(purpose, record.GetProperty("type").GetString()!.ToUpperInvariant(), record.GetProperty("host").GetString()!, record.GetProperty("data").GetString()!);
    }

    private static async Task<string> CallAsync(MailOptions options, BaseClient.Method method, string path, string? body)
    {
        using var http = new HttpClient { Timeout = Patience };
        var client = new SendGridClient(http, new SendGridClientOptions { ApiKey = options.SendGrid.ApiKey, Host = options.SendGrid.Host });
        try
        {
            var response = await client.RequestAsync(method, body, urlPath: path);
            var text = response.Body is null ? "" : await response.Body.ReadAsStringAsync();
            if (response.IsSuccessStatusCode) return text;
            throw new BusinessException(MailingErrorCodes.DomainRefused).WithData("Reason", TransportFaults.OfSendGrid((int)response.StatusCode, text).Detail);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            throw new BusinessException(MailingErrorCodes.TransportUnavailable, innerException: e);
        }
    }
}
