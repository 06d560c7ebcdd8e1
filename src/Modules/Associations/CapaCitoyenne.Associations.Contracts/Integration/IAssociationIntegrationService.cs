namespace CapaCitoyenne.Associations.Integration;

/// <summary>What other modules may ask about associations. Not on HTTP, no user permission.</summary>
public interface IAssociationIntegrationService
{
    /// <summary>The associations of these spaces, in no particular order; unknown ids are left out. At most 1,000 ids.</summary>
    Task<List<AssociationInfo>> GetListAsync(Guid[] tenantIds);

    /// <summary>The association that has, or had, this slug; the answer carries the slug of today.</summary>
    Task<AssociationInfo?> FindBySlugAsync(string slug);

    /// <summary>Whether an admin of the space has confirmed an e-mail address. Until then nothing is published or sent.</summary>
    Task<bool> IsConfirmedAsync(Guid tenantId);

    /// <summary>What the legal notice of the space's site says; null when there is no such association.</summary>
    Task<LegalNoticeInfo?> FindLegalNoticeAsync(Guid tenantId);
}

/// <summary>An association as other modules see it.</summary>
/// <param name="Id">The tenant's id.</param>
/// <param name="Slug">Lower-case ASCII, the host name's first label.</param>
/// <param name="Town">Commune.</param>
/// <param name="ContactName">Whom to write to; public in the legal notice.</param>
public record AssociationInfo(Guid Id, string Name, string Slug, string Town, string ContactName, string ContactEmail);

/// <summary>Who answers for a site, as French law wants it told.</summary>
/// <param name="Address">Registered office, several lines.</param>
/// <param name="IsComplete">Whether everything that must be said is there.</param>
public record LegalNoticeInfo(
    string Name, string? RnaNumber, string? Address, string? Phone, string ContactEmail, string? DirectorOfPublication, bool IsComplete);

/// <summary>Name, address, contact or legal notice of an association changed: whoever shows them shows them anew.</summary>
[EventName("Associations.ProfileChanged")]
public class AssociationProfileChangedEto
{
    public Guid TenantId { get; set; }
}
