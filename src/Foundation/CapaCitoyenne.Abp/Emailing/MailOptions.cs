using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Abp.Emailing;

public enum MailProvider
{
    /// <summary>A folder of <c>.eml</c> files: the embedded default, nothing leaves the machine.</summary>
    Pickup,
    Smtp,
    SendGrid,
}

/// <summary>Section <c>Mail</c> of the configuration. Keys and passwords come from the environment or secrets, never from a file in the repository.</summary>
public sealed class MailOptions
{
    public MailProvider Provider { get; set; } = MailProvider.Pickup;

    public string PickupFolder { get; set; } = "data/mail";

    public string FromAddress { get; set; } = "bonjour@capacitoyenne.localhost";

    public string FromName { get; set; } = "CapaCitoyenne";

    public SmtpOptions Smtp { get; set; } = new();

    public SendGridOptions SendGrid { get; set; } = new();
}

/// <summary>How a single message of the hub is recognised when the provider reports about it.</summary>
public static class MailOrigins
{
    /// <summary>Name of the argument that travels with the message.</summary>
    public const string Argument = "o";

    public const string Hub = "hub";
}

public sealed class SmtpOptions
{
    public string Host { get; set; } = "localhost";

    public int Port { get; set; } = 25;

    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>MailKit's words: None, Auto, SslOnConnect, StartTls, StartTlsWhenAvailable.</summary>
    public string Security { get; set; } = "StartTlsWhenAvailable";

    /// <summary>True when somebody else than the operator typed the host: it must not lie on this machine or in its network.</summary>
    public bool IsOutsideOnly { get; set; }
}

public sealed class SendGridOptions
{
    public string ApiKey { get; set; } = "";

    /// <summary><c>https://api.sendgrid.com</c>, <c>https://api.eu.sendgrid.com</c>, or a look-alike in tests.</summary>
    public string Host { get; set; } = "https://api.sendgrid.com";

    /// <summary>
    /// The public key of the signed event webhook: base64 of the SubjectPublicKeyInfo. While a key is changed, the old one and the new one,
    /// separated by a comma: both are valid.
    /// </summary>
    public string WebhookPublicKey { get; set; } = "";

    /// <summary>Where accounts of the European region are, for those who choose it on a screen.</summary>
    public string EuHost { get; set; } = "https://api.eu.sendgrid.com";
}

/// <summary>Where the hub's own mail goes now: the configuration, unless the operator chose something else while the hub runs.</summary>
public interface IMailOptionsProvider
{
    Task<MailOptions> GetAsync();
}

internal sealed class ConfiguredMailOptions(IOptions<MailOptions> options) : IMailOptionsProvider, ITransientDependency
{
    public Task<MailOptions> GetAsync() => Task.FromResult(options.Value);
}
