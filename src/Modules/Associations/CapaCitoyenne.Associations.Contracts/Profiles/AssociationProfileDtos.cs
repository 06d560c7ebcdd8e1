using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Associations.Accounts;
using CapaCitoyenne.Associations.SignUps;

namespace CapaCitoyenne.Associations.Profiles;

public class AssociationProfileDto
{
    public Guid TenantId { get; set; }
    public string Name { get; set; } = "";
    public string Slug { get; set; } = "";
    public string Town { get; set; } = "";
    public string ContactName { get; set; } = "";
    public string ContactEmail { get; set; } = "";

    /// <summary>Number in the national register of associations, W and nine characters.</summary>
    public string? RnaNumber { get; set; }

    /// <summary>Postal address of the registered office, several lines.</summary>
    public string? Address { get; set; }
    public string? Phone { get; set; }

    /// <summary>Director of publication: French law asks every site to name one.</summary>
    public string? DirectorOfPublication { get; set; }

    /// <summary>Whether everything that a legal notice must say is there.</summary>
    public bool LegalNoticeComplete { get; set; }

    /// <summary>Whether an admin has confirmed an e-mail address.</summary>
    public bool IsConfirmed { get; set; }

    public string ConcurrencyStamp { get; set; } = "";
}

public class UpdateAssociationProfileInput
{
    [Required, StringLength(ProfileConsts.MaxNameLength, MinimumLength = 2)]
    public string Name { get; set; } = "";

    [Required, StringLength(SignUpConsts.MaxTownLength, MinimumLength = 2)]
    public string Town { get; set; } = "";

    [Required, StringLength(AccountConsts.MaxNameLength)]
    public string ContactName { get; set; } = "";

    [Required, EmailAddress, StringLength(AccountConsts.MaxEmailLength)]
    public string ContactEmail { get; set; } = "";

    [StringLength(ProfileConsts.MaxRnaNumberLength)]
    public string? RnaNumber { get; set; }

    [StringLength(ProfileConsts.MaxAddressLength)]
    public string? Address { get; set; }

    [StringLength(ProfileConsts.MaxPhoneLength)]
    public string? Phone { get; set; }

    [StringLength(AccountConsts.MaxNameLength)]
    public string? DirectorOfPublication { get; set; }

    public string? ConcurrencyStamp { get; set; }
}

public class ChangeSlugInput
{
    [Required, StringLength(ProfileConsts.MaxSlugLength, MinimumLength = ProfileConsts.MinSlugLength)]
    public string Slug { get; set; } = "";
}
