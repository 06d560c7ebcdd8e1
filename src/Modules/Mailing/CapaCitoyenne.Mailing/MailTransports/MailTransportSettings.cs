using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CapaCitoyenne.Mailing.Contacts;
using MailKit.Security;

namespace CapaCitoyenne.Mailing.MailTransports;

/// <summary>A transport that was chosen on a screen. One encrypted setting: it is read in one go and changes as one.</summary>
internal sealed record MailTransportSettings
{
    public MailTransportKind Kind { get; init; }

    public string FromAddress { get; init; } = "";

    public SendGridRegion Region { get; init; }

    public string? ApiKey { get; init; }

    public string? WebhookPublicKey { get; init; }

    public string? SmtpHost { get; init; }

    public int SmtpPort { get; init; }

    public SmtpSecurity SmtpSecurity { get; init; }

    public string? SmtpUserName { get; init; }

    public string? SmtpPassword { get; init; }

    public static MailTransportSettings? Parse(string? json) => json is null ? null : JsonSerializer.Deserialize<MailTransportSettings>(json);

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Names the account at the provider, in 17 characters: what was handed to one account is asked about there, never at another.</summary>
    public string AccountName
    {
        get
        {
            var account = $"{Kind}|{Region}|{ApiKey}|{SmtpHost}|{SmtpPort}|{SmtpUserName}|{SmtpPassword}";
            return $"{Kind}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account)))[..8]}";
        }
    }

    public MailOptions ToOptions(MailOptions hub, bool isOutsideOnly) => new()
    {
        Provider = Kind == MailTransportKind.SendGrid ? MailProvider.SendGrid : MailProvider.Smtp,
        FromAddress = FromAddress,
        FromName = hub.FromName,
        PickupFolder = hub.PickupFolder,
        SendGrid = new SendGridOptions
        {
            ApiKey = ApiKey ?? "",
            Host = Region == SendGridRegion.Eu ? hub.SendGrid.EuHost : hub.SendGrid.Host,
            EuHost = hub.SendGrid.EuHost,
            WebhookPublicKey = hub.SendGrid.WebhookPublicKey,
        },
        Smtp = new SmtpOptions
        {
            Host = SmtpHost ?? "",
            Port = SmtpPort,
            UserName = SmtpUserName,
            Password = SmtpPassword,
            IsOutsideOnly = isOutsideOnly,
            Security = (SmtpSecurity switch
            {
                SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
                SmtpSecurity.None => SecureSocketOptions.None,
                _ => SecureSocketOptions.StartTls,
            }).ToString(),
        },
    };

    /// <summary>What <paramref name="input"/> makes of what is set; null = the default again.</summary>
    /// <param name="isOperator">May choose a server without encryption.</param>
    /// <exception cref="BusinessException">It is not complete; see <see cref="IMailTransportAppService.UpdateAsync"/>.</exception>
    public static MailTransportSettings? From(UpdateMailTransportDto input, MailTransportSettings? set, bool isOperator)
    {
        if (input.Kind == MailTransportKind.Default) return null;
        var from = EmailAddress.Parse(input.FromAddress ?? "").Value;
        if (input.Kind == MailTransportKind.SendGrid)
        {
            var key = Clean(input.ApiKey) ?? set?.ApiKey ?? throw new BusinessException(MailingErrorCodes.TransportIncomplete);
            return new MailTransportSettings { Kind = input.Kind, FromAddress = from, Region = input.Region, ApiKey = key, WebhookPublicKey = CheckedKey(Clean(input.WebhookPublicKey)) };
        }

        var (host, userName) = (Clean(input.SmtpHost)?.ToLowerInvariant(), Clean(input.SmtpUserName));
        if (host is null || Uri.CheckHostName(host) == UriHostNameType.Unknown || (input.SmtpSecurity == SmtpSecurity.None && !isOperator))
            throw new BusinessException(MailingErrorCodes.TransportIncomplete);
        var password = Clean(input.SmtpPassword);
        if (password is null && userName is not null)
        {
            // Otherwise whoever may change the server could have the stored password sent to one of theirs.
            var isSame = set is not null && set.SmtpHost == host && set.SmtpPort == input.SmtpPort && set.SmtpUserName == userName && set.SmtpSecurity == input.SmtpSecurity;
            password = (isSame ? set!.SmtpPassword : null) ?? throw new BusinessException(MailingErrorCodes.TransportSecretNeeded);
        }

        return new MailTransportSettings
        {
            Kind = input.Kind, FromAddress = from, SmtpHost = host, SmtpPort = input.SmtpPort, SmtpSecurity = input.SmtpSecurity, SmtpUserName = userName,
            SmtpPassword = userName is null ? null : password,
        };
    }

    private static string? CheckedKey(string? key)
    {
        if (key is null) return null;
        try
        {
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key), out _);
            return key;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            throw new BusinessException(MailingErrorCodes.WebhookKeyInvalid, innerException: e);
        }
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Never the secrets: a record would print them.</summary>
    public override string ToString() => $"{Kind} {FromAddress}";
}
