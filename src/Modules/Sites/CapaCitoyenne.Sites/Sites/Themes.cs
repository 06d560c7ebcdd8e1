namespace CapaCitoyenne.Sites.Sites;

/// <summary>A look that a site can have: a style sheet of that name in <c>wwwroot/themes</c>.</summary>
/// <param name="AccentColor">What the sheet has when the site chooses no colour.</param>
/// <param name="FontPair">The faces it was drawn with.</param>
internal sealed record Theme(string Name, string AccentColor, string HeaderColor, string FontPair);

internal static class Themes
{
    public static readonly IReadOnlyList<Theme> All =
    [
        new("papier", "#a81e4b", "#ffd3dc", "bricolage"), new("place", "#0b5d4b", "#fbfcfa", "fraunces"), new("affiche", "#c22a12", "#c22a12", "shoulders"),
        new("jardin", "#a8481f", "#d5e6bd", "young"), new("ligne", "#0a4fb3", "#f2f4f7", "hanken"),
    ];

    public static Theme Default => All[0];

    public static Theme? Find(string name) => All.FirstOrDefault(theme => theme.Name == name);
}

/// <summary>A face for titles and one for text, served by the hub: a style sheet of that name in <c>wwwroot/themes/fonts</c>.</summary>
/// <param name="Title">Name of the titles' face, as people know it.</param>
/// <param name="Text">Name of the running text's face.</param>
/// <param name="TitleFile">The titles' face under <c>/fonts</c>, without its ending.</param>
internal sealed record FontPair(string Name, string Title, string Text, string TitleFile, string TextFile);

internal static class FontPairs
{
    public static readonly IReadOnlyList<FontPair> All =
    [
        new("bricolage", "Bricolage Grotesque", "Atkinson Hyperlegible", "bricolage-grotesque-latin-wght-normal", "atkinson-hyperlegible-next-latin-wght-normal"),
        new("fraunces", "Fraunces", "Source Serif", "fraunces-latin-wght-normal", "source-serif-4-latin-wght-normal"),
        new("shoulders", "Big Shoulders", "Work Sans", "big-shoulders-latin-wght-normal", "work-sans-latin-wght-normal"),
        new("young", "Young Serif", "Figtree", "young-serif-latin-400-normal", "figtree-latin-wght-normal"),
        new("hanken", "Hanken Grotesk", "Hanken Grotesk", "hanken-grotesk-latin-wght-normal", "hanken-grotesk-latin-wght-normal"),
    ];

    public static FontPair? Find(string name) => All.FirstOrDefault(pair => pair.Name == name);
}
