namespace CapaCitoyenne.Sites.Documents.Blocks;

/// <summary>What a field of a block may hold. Prose is Markdown, layout is a choice: there is no colour, size or CSS.</summary>
public enum FieldKind
{
    /// <summary>Markdown in the profile <c>md/1</c>; at most <see cref="DocumentLimits.MarkdownBytes"/> bytes of UTF-8.</summary>
    Markdown,

    /// <summary>One line of plain text.</summary>
    Text,

    /// <summary>One of <see cref="BlockField.Values"/>.</summary>
    Choice,

    /// <summary>A whole number between <see cref="BlockField.Min"/> and <see cref="BlockField.Max"/>.</summary>
    Integer,

    /// <summary>A number with a fraction between <see cref="BlockField.Min"/> and <see cref="BlockField.Max"/>.</summary>
    Decimal,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A day, <c>2027-01-31</c>.</summary>
    Date,

    /// <summary>A <c>media:</c> URN.</summary>
    Media,

    /// <summary>One of our URNs, of the schemes in <see cref="BlockField.Values"/> when there are any.</summary>
    Reference,

    /// <summary>An address that <see cref="Prose.LinkPolicy"/> allows: web, mail, telephone, URN or relative.</summary>
    Link,

    /// <summary>A mail address.</summary>
    Email,

    /// <summary>The address of a film that <see cref="Prose.VideoAddress"/> knows how to show.</summary>
    Video,

    /// <summary><c>{"kind":"text","text":"…"}</c> or <c>{"kind":"decorative"}</c>.</summary>
    Alt,

    /// <summary>At most <see cref="BlockField.Max"/> objects with the fields <see cref="BlockField.Items"/> and an <c>id</c> that is unique in the block.</summary>
    Items,

    /// <summary>Two or three arrays of blocks.</summary>
    Columns,
}

/// <summary>One field of a block type.</summary>
public sealed record BlockField(string Name, FieldKind Kind)
{
    /// <summary>The property must be there (a draft may leave it empty).</summary>
    public bool Required { get; init; }

    /// <summary>The value may not be empty once the document is published.</summary>
    public bool NeededToPublish { get; init; }

    /// <summary>In characters (UTF-16 units); for <see cref="FieldKind.Text"/> and links.</summary>
    public int MaxLength { get; init; } = 500;

    /// <summary>The choices, or the schemes of a reference.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The closed list of an item's fields besides its <c>id</c>.</summary>
    public IReadOnlyList<BlockField> Items { get; init; } = [];

    public int Min { get; init; }

    public int Max { get; init; } = int.MaxValue;
}
