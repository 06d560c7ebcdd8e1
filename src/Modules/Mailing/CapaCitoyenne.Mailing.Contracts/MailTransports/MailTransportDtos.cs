using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.MailTransports;

public static class MailTransportConsts
{
    public const int MaxApiKeyLength = 200;
    public const int MaxHostLength = 253;
    public const int MaxUserNameLength = 254;
    public const int MaxPasswordLength = 200;
    public const int MaxWebhookKeyLength = 300;
    /// <summary>Characters of a secret that are shown again.</summary>
    public const int HintLength = 4;
}

public enum MailTransportKind
{
    /// <summary>Of a space: the hub's own transport. Of the hub: what its configuration says.</summary>
    Default = 0,
    SendGrid = 1,
    Smtp = 2,
}

public enum SendGridRegion
{
    Global = 0,
    /// <summary>Mail and events are kept in the European Union; needs a key that was made in a European subuser.</summary>
    Eu = 1,
}

public enum SmtpSecurity
{
    /// <summary>STARTTLS is required: usually port 587.</summary>
    StartTls = 0,
    /// <summary>TLS from the first byte: usually port 465.</summary>
    Tls = 1,
    /// <summary>Nothing is encrypted: only the operator may choose it, for a server on the same machine.</summary>
    None = 2,
}

/// <summary>How letters leave. Secrets never come back: only whether they are set, and the end of a key.</summary>
public class MailTransportDto
{
    public MailTransportKind Kind { get; set; }
    /// <summary>Address that letters come from; null = the hub's.</summary>
    public string? FromAddress { get; set; }
    /// <summary>Address that letters really come from at this moment.</summary>
    public required string CurrentFromAddress { get; set; }
    public SendGridRegion Region { get; set; }
    /// <summary>The last <see cref="MailTransportConsts.HintLength"/> characters; null = not set.</summary>
    public string? ApiKeyHint { get; set; }
    /// <summary>The public key of SendGrid's signed event webhook. It is no secret.</summary>
    public string? WebhookPublicKey { get; set; }
    /// <summary>Path that SendGrid has to send its events to; null for the hub, whose key stands in the configuration.</summary>
    public string? WebhookPath { get; set; }
    public string? SmtpHost { get; set; }
    public int SmtpPort { get; set; } = 587;
    public SmtpSecurity SmtpSecurity { get; set; }
    public string? SmtpUserName { get; set; }
    public bool IsSmtpPasswordSet { get; set; }
    /// <summary>Letters that wait because the provider refused the key or the sender; a test that succeeds lets them go on.</summary>
    public int WaitingLetters { get; set; }
}

public class UpdateMailTransportDto
{
    public MailTransportKind Kind { get; set; }
    /// <summary>Required with a transport of one's own.</summary>
    [StringLength(ContactConsts.MaxEmailLength)]
    public string? FromAddress { get; set; }
    public SendGridRegion Region { get; set; }
    /// <summary>Empty = the key that is set already.</summary>
    [StringLength(MailTransportConsts.MaxApiKeyLength)]
    public string? ApiKey { get; set; }
    /// <summary>Without it the account sends, but tells nothing of what arrived.</summary>
    [StringLength(MailTransportConsts.MaxWebhookKeyLength)]
    public string? WebhookPublicKey { get; set; }
    [StringLength(MailTransportConsts.MaxHostLength)]
    public string? SmtpHost { get; set; }
    [Range(1, 65535)]
    public int SmtpPort { get; set; } = 587;
    public SmtpSecurity SmtpSecurity { get; set; }
    [StringLength(MailTransportConsts.MaxUserNameLength)]
    public string? SmtpUserName { get; set; }
    /// <summary>Empty = the password that is set already, as long as server and user name are the same.</summary>
    [StringLength(MailTransportConsts.MaxPasswordLength)]
    public string? SmtpPassword { get; set; }
}

/// <summary>Why a test did not leave. Each has a sentence and an advice in both languages.</summary>
public enum TransportFault
{
    /// <summary>Nothing that is known; the provider's words tell.</summary>
    Unknown = 0,
    KeyRefused,
    KeyLacksRight,
    SenderNotVerified,
    QuotaReached,
    TooFast,
    HostForbidden,
    HostNotFound,
    ConnectionRefused,
    TimedOut,
    CertificateInvalid,
    TlsUnavailable,
    LoginRefused,
    LoginRequired,
    RecipientRefused,
    Greylisted,
    ContentRefused,
    ServerFailed,
    FolderUnwritable,
}

/// <summary>What became of a test. A failure is an answer, not an error.</summary>
/// <param name="Message">What happened, localized; null when it left.</param>
/// <param name="Advice">What to do about it, localized.</param>
/// <param name="Detail">The provider's own words.</param>
/// <param name="ResumedLetters">Letters that had waited for this and go on now.</param>
public record MailTransportTestDto(
    bool Succeeded, string SentTo, TransportFault? Fault, string? Message, string? Advice, string? Detail, int ResumedLetters);
