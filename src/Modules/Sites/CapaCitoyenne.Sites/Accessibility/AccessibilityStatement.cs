namespace CapaCitoyenne.Sites.Accessibility;

/// <summary>
/// What the association states about its site (RGAA 4.1.2). Everything is what it says itself: the hub computes no rate, since without an audit
/// none is admissible. Without a statement a site is "non conforme: audit non réalisé".
/// </summary>
internal sealed record AccessibilityStatement
{
    public const int MaxAuditorLength = 100;

    public static readonly AccessibilityStatement None = new();

    private AccessibilityStatement() { }

    public AccessibilityState State { get; private init; }

    public DateOnly? AuditDay { get; private init; }

    public string? Auditor { get; private init; }

    /// <summary>Percent of the criteria that are met, as the auditor wrote it.</summary>
    public decimal? Rate { get; private init; }

    /// <summary>The site of a public service, or of an organ of a commune: it has the duties of article 47 of the law of 2005.</summary>
    public bool IsPublicService { get; private init; }

    /// <exception cref="BusinessException">AccessibilityAuditMissing, AccessibilityRateInvalid.</exception>
    public static AccessibilityStatement Of(AccessibilityState state, DateOnly? auditDay, string? auditor, decimal? rate, bool isPublicService, DateOnly today)
    {
        auditor = string.IsNullOrWhiteSpace(auditor) ? null : Check.Length(auditor.Trim(), nameof(auditor), MaxAuditorLength);
        if (state == AccessibilityState.NotAudited) return new AccessibilityStatement { IsPublicService = isPublicService };
        if (auditDay is not { } day || day > today || auditor is null || rate is null) throw new BusinessException(SitesErrorCodes.AccessibilityAuditMissing);
        // The words of the decree: 100 %, at least half, less than half.
        var fits = state switch
        {
            AccessibilityState.Full => rate == 100,
            AccessibilityState.Partial => rate is >= 50 and < 100,
            _ => rate is >= 0 and < 50,
        };
        if (!fits) throw new BusinessException(SitesErrorCodes.AccessibilityRateInvalid);
        return new AccessibilityStatement { State = state, AuditDay = day, Auditor = auditor, Rate = rate, IsPublicService = isPublicService };
    }
}
