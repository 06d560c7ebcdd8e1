using System.Text.RegularExpressions;
using CapaCitoyenne.Associations.Accounts;
using CapaCitoyenne.Associations.Profiles;
using CapaCitoyenne.Associations.SignUps;

namespace CapaCitoyenne.Associations.Associations;

/// <summary>
/// What the hub knows of an association beside its space's name and address. Its id is the tenant's: one row per space, readable by the
/// hub (directory, legal notices), so it is not a row of the space.
/// </summary>
internal sealed partial class Association : AuditedAggregateRoot<Guid>
{
    private Association() { }

    public Association(Guid tenantId, string town, string contactName, string contactEmail) : base(tenantId)
    {
        Town = Check.NotNullOrWhiteSpace(town, nameof(town), SignUpConsts.MaxTownLength).Trim();
        SetContact(contactName, contactEmail);
    }

    /// <summary>Commune.</summary>
    public string Town { get; private set; } = "";

    public string ContactName { get; private set; } = "";

    public string ContactEmail { get; private set; } = "";

    public string? RnaNumber { get; private set; }

    public string? Address { get; private set; }

    public string? Phone { get; private set; }

    public string? DirectorOfPublication { get; private set; }

    /// <summary>When an admin first confirmed an address (UTC). Before, nothing is published or sent.</summary>
    public DateTime? ConfirmedTime { get; private set; }

    /// <summary>Counted here, under the row's concurrency stamp, so that two admins who leave at once cannot both succeed.</summary>
    public int AdminCount { get; private set; }

    public bool IsConfirmed => ConfirmedTime is not null;

    /// <summary>What the law asks of who publishes without making a trade of it, beside name and e-mail (LCEN, art. 1-1).</summary>
    public bool IsLegalNoticeComplete => Address is not null && Phone is not null && DirectorOfPublication is not null;

    public void Confirm(DateTime now) => ConfirmedTime ??= now;

    public void AdminAdded() => AdminCount++;

    public void AdminRemoved()
    {
        if (AdminCount <= 1)
            throw new BusinessException(AssociationsErrorCodes.LastAdmin);
        AdminCount--;
    }

    public void SetTown(string town) => Town = Check.NotNullOrWhiteSpace(town, nameof(town), SignUpConsts.MaxTownLength).Trim();

    public void SetContact(string name, string email)
    {
        ContactName = Check.NotNullOrWhiteSpace(name, nameof(name), AccountConsts.MaxNameLength).Trim();
        ContactEmail = Check.NotNullOrWhiteSpace(email, nameof(email), AccountConsts.MaxEmailLength).Trim();
    }

    public void SetLegalNotice(string? rnaNumber, string? address, string? phone, string? directorOfPublication)
    {
        var number = Clean(rnaNumber)?.ToUpperInvariant();
        if (number is not null && !RnaPattern().IsMatch(number))
            throw new BusinessException(AssociationsErrorCodes.RnaNumberInvalid).WithData("Value", rnaNumber);
        RnaNumber = number;
        Address = Check.Length(Clean(address), nameof(address), ProfileConsts.MaxAddressLength);
        Phone = Check.Length(Clean(phone), nameof(phone), ProfileConsts.MaxPhoneLength);
        DirectorOfPublication = Check.Length(Clean(directorOfPublication), nameof(directorOfPublication), AccountConsts.MaxNameLength);
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex("^W[0-9A-Z]{9}$", RegexOptions.None, 1000)]
    private static partial Regex RnaPattern();
}
