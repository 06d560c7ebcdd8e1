namespace CapaCitoyenne.Sites.Imports;

/// <summary>A picture or document that was taken in.</summary>
internal sealed record MediaTarget(string Urn, string FileName, string? Alt, string? Caption, bool IsPicture = true);

/// <summary>One line of the report under a thing: what was changed or left out, and what it was.</summary>
/// <param name="Code">A key of the texts, without its prefix.</param>
/// <param name="Original">As it came, so that nothing is lost.</param>
internal sealed record ImportNote(string Code, string? Original = null);

/// <summary>What a converter may ask while it reads a text, and where it writes down what it could not keep.</summary>
internal sealed class ConversionContext
{
    /// <summary>The picture at an old address; null when it was not taken in.</summary>
    public Func<string, MediaTarget?> MediaAt { get; init; } = _ => null;

    /// <summary>The picture with that key in the file.</summary>
    public Func<string, MediaTarget?> MediaOf { get; init; } = _ => null;

    /// <summary>Where a link leads now: a URN for what was taken in, otherwise the address as it was.</summary>
    public Func<string, string> Link { get; init; } = address => address;

    /// <summary>A text that others include.</summary>
    public Func<string, string?> PatternOf { get; init; } = _ => null;

    public List<ImportNote> Notes { get; } = [];

    public void Note(string code, string? original = null) => Notes.Add(new ImportNote(code, original));
}
