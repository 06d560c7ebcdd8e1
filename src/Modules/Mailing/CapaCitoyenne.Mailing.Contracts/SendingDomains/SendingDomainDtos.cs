using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.SendingDomains;

public static class SendingDomainConsts
{
    public const int MaxNameLength = 253;
    public const int MaxLocalPartLength = 64;
    public const int MaxRecordValueLength = 500;
}

public enum DnsRecordState
{
    /// <summary>No name server answered: that proves nothing.</summary>
    Unknown = 0,
    Missing = 1,
    /// <summary>A line is there, with something else in it.</summary>
    Different = 2,
    Ok = 3,
}

/// <summary>What a line of the zone is for.</summary>
public enum DnsRecordPurpose
{
    /// <summary>The address that undeliverable mail returns to, and with it SPF.</summary>
    ReturnPath = 0,
    /// <summary>A key that letters are signed with.</summary>
    Signature = 1,
    /// <summary>Which servers may send for the domain.</summary>
    Spf = 2,
    /// <summary>What recipients do with letters that prove nothing.</summary>
    Dmarc = 3,
}

/// <param name="Found">What stands there instead, when <paramref name="State"/> is <see cref="DnsRecordState.Different"/>.</param>
/// <param name="IsRequired">Letters leave from the domain without it, but less safely.</param>
public record DnsRecordDto(DnsRecordPurpose Purpose, string Type, string Host, string Value, DnsRecordState State, string? Found, bool IsRequired);

/// <summary>The domain that letters of the space come from, once it is proven.</summary>
public class SendingDomainDto : EntityDto<Guid>
{
    public required string Name { get; set; }
    /// <summary>Letters come from this address when the domain is proven.</summary>
    public required string Address { get; set; }
    /// <summary>Letters come from it now.</summary>
    public bool IsVerified { get; set; }
    /// <summary>False: the provider is not SendGrid, and there is only advice; the address is that of the mail service's settings.</summary>
    public bool IsSignedByProvider { get; set; }
    public DateTime? LastCheckTime { get; set; }
    public List<DnsRecordDto> Records { get; set; } = [];
    /// <summary>What the provider says while it does not accept the lines yet; its own words.</summary>
    public string? ProviderMessage { get; set; }
}

public class CreateSendingDomainDto
{
    /// <summary>For example <c>jardin-partage.fr</c>; an address or a web address is taken as well.</summary>
    [Required, StringLength(SendingDomainConsts.MaxNameLength)]
    public string Name { get; set; } = "";
    /// <summary>Before the @; empty = <c>lettre</c>.</summary>
    [StringLength(SendingDomainConsts.MaxLocalPartLength)]
    public string? LocalPart { get; set; }
}

public class SendInstructionsDto
{
    [Required, StringLength(ContactConsts.MaxEmailLength)]
    public string Email { get; set; } = "";
}
