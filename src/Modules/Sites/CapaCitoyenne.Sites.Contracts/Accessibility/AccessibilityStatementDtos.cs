using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Sites.Accessibility;

public enum AccessibilityState
{
    /// <summary>Not conform: no audit was made.</summary>
    NotAudited,

    /// <summary>Not conform: an audit found under half of the criteria met.</summary>
    None,

    /// <summary>Partly conform: at least half.</summary>
    Partial,

    /// <summary>Fully conform: all.</summary>
    Full,
}

public class AccessibilityStatementDto
{
    public AccessibilityState State { get; set; }
    public DateOnly? AuditDay { get; set; }

    [StringLength(100)]
    public string? Auditor { get; set; }

    /// <summary>Percent, as the auditor wrote it; the hub computes none.</summary>
    [Range(0, 100)]
    public decimal? Rate { get; set; }

    /// <summary>The site of a public service or of an organ of a commune.</summary>
    public bool IsPublicService { get; set; }
}

/// <summary>What the site's accessibility page states.</summary>
public interface IAccessibilityStatementAppService : IApplicationService
{
    Task<AccessibilityStatementDto> GetAsync();

    /// <summary>Shows at once. Errors: AccessibilityAuditMissing, AccessibilityRateInvalid (400).</summary>
    Task<AccessibilityStatementDto> UpdateAsync(AccessibilityStatementDto input);
}
