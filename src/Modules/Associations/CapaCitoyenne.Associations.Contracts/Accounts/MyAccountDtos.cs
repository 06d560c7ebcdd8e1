using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Associations.Accounts;

/// <summary>One's own account.</summary>
/// <param name="HasPassword">False while no password was chosen: a mailed link does that.</param>
public record MyAccountDto(string Name, string Email, bool EmailConfirmed, bool HasPassword);

public class UpdateNameInput
{
    [Required, StringLength(AccountConsts.MaxNameLength)]
    public string Name { get; set; } = "";
}

public class ChangePasswordInput
{
    [Required, StringLength(AccountConsts.MaxPasswordLength)]
    public string CurrentPassword { get; set; } = "";

    /// <summary>The new one.</summary>
    [Required, StringLength(AccountConsts.MaxPasswordLength)]
    public string Password { get; set; } = "";
}

/// <summary>What erasing the account meets.</summary>
/// <param name="OnlyAdminOf">Spaces that would be left without anybody to run them: their admins are to be named first.</param>
/// <param name="IsLastOperator">Nobody would run the hub.</param>
/// <param name="PublicContactOf">Names of associations whose legal notice gives this person's address: it stays until they change it.</param>
public record ErasureDto(IReadOnlyList<SpaceOfErasureDto> OnlyAdminOf, bool IsLastOperator, IReadOnlyList<string> PublicContactOf);

/// <summary>A space that stands in the way.</summary>
public record SpaceOfErasureDto(string Name, string Slug);

public class EraseAccountInput
{
    [Required, StringLength(AccountConsts.MaxPasswordLength)]
    public string CurrentPassword { get; set; } = "";

    /// <summary>The word that the form asks for, in the language of the page; capital letters do not count.</summary>
    [Required, StringLength(AccountConsts.MaxNameLength)]
    public string Confirmation { get; set; } = "";
}
