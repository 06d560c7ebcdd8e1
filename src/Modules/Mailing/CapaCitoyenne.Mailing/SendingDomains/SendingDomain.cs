using System.Globalization;
using System.Text.Json;

namespace CapaCitoyenne.Mailing.SendingDomains;

/// <summary>A line that has to stand in the zone of the domain.</summary>
internal sealed record DnsRecord(DnsRecordPurpose Purpose, string Type, string Host, string Value);

/// <summary>A domain of the space's own that letters may come from. It counts from the day the provider has found its lines.</summary>
internal sealed class SendingDomain : AuditedAggregateRoot<Guid>, IMultiTenant
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private SendingDomain() { }

    /// <param name="providerId">The provider's number for it; null when the provider signs nothing and only advice is given.</param>
    public SendingDomain(Guid id, string name, string localPart, long? providerId, IEnumerable<DnsRecord> records) : base(id)
    {
        Name = name;
        LocalPart = localPart;
        ProviderId = providerId;
        RecordsJson = JsonSerializer.Serialize(records);
    }

    public Guid? TenantId { get; private set; }

    /// <summary>Lower-case ASCII.</summary>
    public string Name { get; private set; } = "";

    public string LocalPart { get; private set; } = "";

    public long? ProviderId { get; private set; }

    public string RecordsJson { get; private set; } = "[]";

    public DateTime? VerifiedTime { get; private set; }

    public DateTime? LastCheckTime { get; private set; }

    public string Address => $"{LocalPart}@{Name}";

    public List<DnsRecord> Records => JsonSerializer.Deserialize<List<DnsRecord>>(RecordsJson)!;

    public void Checked(bool isVerified, DateTime now)
    {
        LastCheckTime = now;
        VerifiedTime = isVerified ? VerifiedTime ?? now : null;
    }

    /// <summary>What people type, as a domain: an address or a web address gives its domain.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.DomainInvalid"/>, also for domains of mailboxes that everybody shares.</exception>
    public static string Parse(string text)
    {
        var name = text.Trim();
        if (name.Contains("://", StringComparison.Ordinal)) name = name[(name.IndexOf("://", StringComparison.Ordinal) + 3)..];
        name = name[(name.LastIndexOf('@') + 1)..].Split('/', '?', '#', ':')[0].TrimEnd('.');
        if (name.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) name = name[4..];
        try
        {
            name = Idn.GetAscii(name).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            throw new BusinessException(MailingErrorCodes.DomainInvalid).WithData("Name", text);
        }

        var labels = name.Split('.');
        if (name.Length > SendingDomainConsts.MaxNameLength || labels.Length < 2 || labels[^1].All(char.IsAsciiDigit) || labels[^1].Length < 2 || Shared.Contains(name))
            throw new BusinessException(MailingErrorCodes.DomainInvalid).WithData("Name", text);
        return name;
    }

    // Nobody can prove these: they belong to the provider of the mailbox.
    private static readonly HashSet<string> Shared =
        ["gmail.com", "googlemail.com", "outlook.com", "outlook.fr", "hotmail.com", "hotmail.fr", "live.fr", "yahoo.com", "yahoo.fr", "orange.fr", "wanadoo.fr", "free.fr", "sfr.fr", "laposte.net", "icloud.com", "protonmail.com", "proton.me"];
}
