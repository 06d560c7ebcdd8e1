using CapaCitoyenne.Associations.Slugs;

namespace CapaCitoyenne.Learning.Courses;

/// <summary>Addresses from titles: "L’œuvre d’été" becomes <c>l-oeuvre-d-ete</c>.</summary>
internal static class Slug
{
    public static string From(string title, int maxLength) => SlugText.Shorten(SlugText.Of(title), maxLength) is { Length: > 0 } slug ? slug : "sans-titre";
}
