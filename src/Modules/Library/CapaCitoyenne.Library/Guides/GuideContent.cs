namespace CapaCitoyenne.Library.Guides;

/// <summary>
/// All that readers see of a guide. The working text, a revision, a proposal and a snapshot of the commons each hold their own copy.
/// </summary>
internal sealed record GuideContent
{
    public required string Title { get; init; }

    public required string Aim { get; init; }

    public required GuideKind Kind { get; init; }

    public required string Language { get; init; }

    public required string Licence { get; init; }

    /// <summary>Comma-separated names out of <see cref="GuideConsts.Themes"/>.</summary>
    public required string Themes { get; init; }

    /// <summary>Comma-separated.</summary>
    public required string Tags { get; init; }

    /// <summary>A <see cref="GuideCard"/> as JSON.</summary>
    public required string Card { get; init; }

    /// <summary>A <c>page/1</c> document.</summary>
    public required string Body { get; init; }

    public required string AuthorName { get; init; }

    public IReadOnlyList<string> ThemeList => Split(Themes);

    public IReadOnlyList<string> TagList => Split(Tags);

    /// <summary>Comma-separated, trimmed, without repetitions; a comma inside an item becomes a space.</summary>
    public static string Join(IEnumerable<string> items)
        => string.Join(',', items.Select(item => item.Replace(',', ' ').Trim()).Where(item => item.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase));

    /// <exception cref="BusinessException">Licence or theme unknown.</exception>
    public GuideContent Checked()
    {
        Licences.Get(Licence);
        var unknown = ThemeList.FirstOrDefault(theme => !GuideConsts.Themes.Contains(theme));
        return unknown is null ? this : throw new BusinessException(LibraryErrorCodes.ThemeUnknown).WithData("Theme", unknown);
    }

    /// <exception cref="BusinessException"><see cref="LibraryErrorCodes.GuideNeedsAim"/>, <see cref="LibraryErrorCodes.GuideNeedsContent"/></exception>
    public void CheckComplete(bool bodyIsEmpty)
    {
        if (Aim.Length == 0)
        {
            throw new BusinessException(LibraryErrorCodes.GuideNeedsAim);
        }

        if (bodyIsEmpty && GuideCard.Parse(Card).Steps.Count == 0)
        {
            throw new BusinessException(LibraryErrorCodes.GuideNeedsContent);
        }
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
