using CapaCitoyenne.Abp.TenantManagement;

namespace CapaCitoyenne.Associations.Slugs;

/// <summary>Finds an address that nobody has or had.</summary>
internal sealed class SlugManager(ITenantManager tenantManager) : ITransientDependency
{
    private const int MaxNumber = 999;

    /// <summary>The name's own slug, else with the town, else with a number.</summary>
    public async Task<string> FindFreeAsync(string name, string? town = null)
    {
        var slug = Parse(name);
        var place = town is null ? "" : Slug.FromName(town);
        foreach (var candidate in Candidates(slug, place))
        {
            if (await IsFreeAsync(candidate))
                return candidate;
        }

        throw new BusinessException(AssociationsErrorCodes.SlugTaken).WithData("Slug", slug);
    }

    public async Task<bool> IsFreeAsync(string slug) => !Slug.IsReserved(slug) && await tenantManager.IsNormalizedNameFreeAsync(slug);

    /// <summary>For an address that somebody has chosen: says why it cannot be had.</summary>
    public async Task<string> CheckAsync(string typed, Guid forTenantId)
    {
        var slug = Parse(typed);
        if (Slug.IsReserved(slug))
            throw new BusinessException(AssociationsErrorCodes.SlugReserved).WithData("Slug", slug);
        if (!await tenantManager.IsNormalizedNameFreeAsync(slug, forTenantId))
            throw new BusinessException(AssociationsErrorCodes.SlugTaken).WithData("Slug", slug);
        return slug;
    }

    public static string Parse(string name)
    {
        var slug = Slug.FromName(name);
        return slug.Length > 0 ? slug : throw new BusinessException(AssociationsErrorCodes.SlugInvalid).WithData("Name", name);
    }

    private static IEnumerable<string> Candidates(string slug, string place)
    {
        yield return slug;
        if (place.Length > 0 && !slug.EndsWith(place, StringComparison.Ordinal))
            yield return Slug.Append(slug, place);
        for (var number = 2; number <= MaxNumber; number++)
            yield return Slug.Append(slug, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
