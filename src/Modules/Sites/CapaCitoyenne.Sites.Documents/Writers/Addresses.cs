using CapaCitoyenne.Sites.Documents.Prose;

namespace CapaCitoyenne.Sites.Documents.Writers;

/// <summary>From an address in a document to one that a reader can follow.</summary>
internal static class Addresses
{
    /// <summary>The address to write, or null when the text should stand without a link.</summary>
    public static string? Resolve(string? url, WriterContext context) => LinkPolicy.Classify(url) switch
    {
        LinkKind.Absolute => url,
        LinkKind.Relative => url!.StartsWith('#') ? url : context.Absolute(url),
        LinkKind.Reference when LinkPolicy.IsMedia(url) => context.References.Media(url!) is { } media ? context.Absolute(media.Url) : null,
        LinkKind.Reference => context.References.Link(url!) is { } link ? context.Absolute(link.Url) : null,
        LinkKind.Field => context.Target is WriterTarget.Email or WriterTarget.Text ? url : null,
        _ => null,
    };

    /// <summary>The title of what one of our URNs names; a link without words of its own shows it.</summary>
    public static string? TitleOf(string? url, WriterContext context)
        => LinkPolicy.Classify(url) != LinkKind.Reference ? null
            : LinkPolicy.IsMedia(url) ? context.References.Media(url!)?.Title
            : context.References.Link(url!)?.Title;

    public static bool LeavesTheSite(string url)
        => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
