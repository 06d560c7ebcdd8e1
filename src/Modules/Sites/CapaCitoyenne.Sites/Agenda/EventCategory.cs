using CapaCitoyenne.Sites.Addresses;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>Headings are typed freely; those that read alike are one.</summary>
internal static class EventCategory
{
    public static string SlugOf(string name) => Slug.FromTitle(name) is { Length: > 0 } slug ? slug : "autre";
}
