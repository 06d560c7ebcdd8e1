using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Sites.Domains;

public static class DomainConsts
{
    /// <summary>RFC 1035, in its ASCII form.</summary>
    public const int MaxNameLength = 253;
    public const int MaxDomains = 10;

    /// <summary>Days that a proof may be missing before the name is detached.</summary>
    public const int GraceDays = 7;

    /// <summary>Days that a name given up stays reserved to its space.</summary>
    public const int HoldDays = 90;
}

public enum SiteDomainState
{
    /// <summary>Waits for the proof.</summary>
    Pending,

    /// <summary>Proven: the site answers under it.</summary>
    Active,

    /// <summary>Active, but the proof was not there at the last check.</summary>
    ProofMissing,

    /// <summary>Given up or lost; reserved to the space until <see cref="SiteDomainDto.HeldUntil"/>.</summary>
    Removed,
}

public class SiteDomainDto : EntityDto<Guid>
{
    /// <summary>As the name system knows it: <c>xn--…</c> for accents.</summary>
    public string Name { get; set; } = "";

    /// <summary>As people read it.</summary>
    public string DisplayName { get; set; } = "";
    public SiteDomainState State { get; set; }
    public bool IsPrimary { get; set; }

    /// <summary>Name of the TXT record that proves the ownership.</summary>
    public string ProofName { get; set; } = "";

    /// <summary>Its value.</summary>
    public string ProofValue { get; set; } = "";

    /// <summary>Where the name must point: by CNAME.</summary>
    public string Target { get; set; } = "";

    /// <summary>The same for a name that cannot have a CNAME (without www): by A and AAAA. Empty when the hub does not know its addresses.</summary>
    public IReadOnlyList<string> Addresses { get; set; } = [];

    /// <summary>Whether the name pointed here at the last check; null before the first one, or when the name system did not answer.</summary>
    public bool? PointsHere { get; set; }

    public DateTime? CheckedTime { get; set; }

    /// <summary>When the name will be detached if the proof stays away.</summary>
    public DateTime? DetachTime { get; set; }

    public DateTime? HeldUntil { get; set; }
}

public class CreateSiteDomainInput
{
    /// <summary>A name, or an address with one in it.</summary>
    [Required, StringLength(500)]
    public string Name { get; set; } = "";
}
