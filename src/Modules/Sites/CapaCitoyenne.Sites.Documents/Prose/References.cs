namespace CapaCitoyenne.Sites.Documents.Prose;

/// <summary>
/// A picture or document that a <c>media:</c> URN stands for. Width and height in pixels, of the picture as it is shown; 0 for documents, which
/// have no variants.
/// </summary>
public sealed record ResolvedMedia(string Url, int Width, int Height, string ContentType, IReadOnlyList<MediaVariant> Variants)
{
    /// <summary>The file's name without its ending.</summary>
    public string Title { get; init; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    /// <summary>
    /// Classes of <c>base.css</c> that keep what matters in sight where the picture is cropped (<c>object-fit: cover</c>): <c>focus-x0 focus-y3</c>.
    /// Null: the middle.
    /// </summary>
    public string? FocusClass { get; init; }

    public bool IsPicture => Width > 0;
}

/// <summary>The same picture in another size or format.</summary>
public sealed record MediaVariant(string Url, int Width, string ContentType);

/// <summary>What a <c>page:</c>, <c>post:</c>, <c>form:</c>, <c>event:</c>, <c>course:</c> or <c>guide:</c> URN stands for.</summary>
/// <param name="Title">Empty when only the address is known.</param>
public sealed record ResolvedLink(string Url, string Title)
{
    /// <summary>One or two sentences, for cards.</summary>
    public string? Summary { get; init; }

    /// <summary>How long it takes.</summary>
    public int? Minutes { get; init; }
}

/// <summary>
/// Answers for URNs while a document is written. Both methods are called many times: the caller loads everything first
/// (<see cref="DocumentInsight.References"/>) and answers from memory. Null means: not found, or not visible to readers.
/// </summary>
public interface IReferenceResolver
{
    ResolvedLink? Link(string urn);

    ResolvedMedia? Media(string urn);
}

/// <summary>Knows nothing: links become plain text, pictures their text alternative.</summary>
public sealed class NoReferences : IReferenceResolver
{
    public static readonly NoReferences Instance = new();

    public ResolvedLink? Link(string urn) => null;

    public ResolvedMedia? Media(string urn) => null;
}
