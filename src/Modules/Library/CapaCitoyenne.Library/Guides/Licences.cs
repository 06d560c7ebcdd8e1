namespace CapaCitoyenne.Library.Guides;

/// <summary>The licences that guides may have, and which of them an adaptation may take. Facts of the licences themselves, not a policy of ours.</summary>
internal static class Licences
{
    private static readonly Dictionary<string, Licence> All = new Licence[]
    {
        new("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/deed.fr", ["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-ND-4.0"]),
        new("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/deed.fr", ["CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-ND-4.0"]),
        new("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/deed.fr", ["CC-BY-SA-4.0"]),
        new("CC-BY-ND-4.0", "https://creativecommons.org/licenses/by-nd/4.0/deed.fr", []),
    }.ToDictionary(licence => licence.Id, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Ids => All.Keys;

    /// <exception cref="BusinessException"><see cref="LibraryErrorCodes.LicenceUnknown"/></exception>
    public static Licence Get(string id)
        => All.TryGetValue(id, out var licence) ? licence : throw new BusinessException(LibraryErrorCodes.LicenceUnknown).WithData("Licence", id);

    /// <summary>What an adaptation keeps until its author chooses: the source's own licence, which always allows itself.</summary>
    /// <exception cref="BusinessException"><see cref="LibraryErrorCodes.LicenceForbidsAdaptation"/></exception>
    public static string ForAdaptationOf(string sourceLicence)
        => Get(sourceLicence).AllowsAdaptation
            ? sourceLicence
            : throw new BusinessException(LibraryErrorCodes.LicenceForbidsAdaptation).WithData("Licence", sourceLicence);

    /// <exception cref="BusinessException"><see cref="LibraryErrorCodes.LicenceIncompatible"/>: BY-SA stays BY-SA; CC0 never comes from an attribution licence.</exception>
    public static void CheckCompatible(string licence, string sourceLicence)
    {
        if (!Get(sourceLicence).ForAdaptations.Contains(Get(licence).Id))
        {
            throw new BusinessException(LibraryErrorCodes.LicenceIncompatible).WithData("Licence", licence).WithData("SourceLicence", sourceLicence);
        }
    }
}

/// <param name="Id">SPDX identifier.</param>
/// <param name="Url">Address of the text.</param>
/// <param name="ForAdaptations">Licences that an adaptation may take.</param>
internal sealed record Licence(string Id, string Url, IReadOnlyList<string> ForAdaptations)
{
    public bool AllowsAdaptation => ForAdaptations.Count > 0;
}
