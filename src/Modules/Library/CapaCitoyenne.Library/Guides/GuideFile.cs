namespace CapaCitoyenne.Library.Guides;

/// <summary>What a Markdown file says of a guide: what anybody may write of a new one, and what its export knows besides.</summary>
internal sealed class GuideFile : CreateGuideInput
{
    public string? AuthorName { get; set; }

    public DateOnly? ReviewBy { get; set; }

    public GuideFileSource Source { get; } = new();
}

/// <summary>Where the guide of a file comes from. Its attribution is computed anew where the source is known.</summary>
internal sealed class GuideFileSource
{
    public string? Slug { get; set; }

    public int? Revision { get; set; }

    public string? Licence { get; set; }

    public AdaptationKind Kind { get; set; }

    public string? Attribution { get; set; }
}
