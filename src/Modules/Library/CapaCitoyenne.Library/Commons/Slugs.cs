using CapaCitoyenne.Associations.Slugs;
using CapaCitoyenne.Library.Guides;

namespace CapaCitoyenne.Library.Commons;

/// <summary>Addresses made from titles.</summary>
internal static class Slugs
{
    // Room for "-123" or an id after it.
    private const int MaxLength = GuideConsts.MaxSlugLength - 35;

    /// <summary>"Animer un world café !" becomes "animer-un-world-cafe"; a title without a letter becomes "guide".</summary>
    public static string From(string title) => SlugText.Shorten(SlugText.Of(title), MaxLength) is { Length: > 0 } slug ? slug : "guide";
}
