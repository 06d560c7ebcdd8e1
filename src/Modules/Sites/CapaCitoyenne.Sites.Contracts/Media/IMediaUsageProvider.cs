using System.Text.RegularExpressions;

namespace CapaCitoyenne.Sites.Media;

/// <summary>Tells what of a module shows pictures and documents of the current space. Found by convention (<c>…MediaUsageProvider</c>).</summary>
[CollectedService]
public interface IMediaUsageProvider : ITransientDependency
{
    /// <param name="text">What the stored document must contain: a <c>media:…</c> URN, or <see cref="MediaUrns.Prefix"/> for every document that shows any.</param>
    Task<List<MediaUse>> FindAsync(string text);
}

/// <summary>Something that shows files of the library.</summary>
/// <param name="Kind">See <see cref="MediaUsageDto"/>.</param>
/// <param name="OwnerId">Of the row that shows them, an <see cref="IShowsMedia"/>.</param>
/// <param name="Link">Where it is written, relative to the space.</param>
/// <param name="MediaIds">The files that it shows.</param>
public sealed record MediaUse(string Kind, Guid OwnerId, string Title, string Link, IReadOnlyCollection<Guid> MediaIds);

public static partial class MediaUrns
{
    public const string Prefix = "media:";

    /// <summary>The files named in stored documents, in fields and in Markdown.</summary>
    public static IReadOnlyCollection<Guid> In(params ReadOnlySpan<string?> documents)
    {
        var ids = new HashSet<Guid>();
        foreach (var document in documents)
            foreach (Match match in Pattern().Matches(document ?? ""))
                ids.Add(Guid.ParseExact(match.Groups["id"].Value, "D"));
        return ids;
    }

    /// <summary>The same text, other files named in it.</summary>
    /// <param name="names">By the id of what is named now; what is not there stays.</param>
    public static string Replace(string document, IReadOnlyDictionary<Guid, string> names)
        => Pattern().Replace(document, match => names.GetValueOrDefault(Guid.ParseExact(match.Groups["id"].Value, "D")) ?? match.Value);

    public static string Of(Guid id) => Prefix + id.ToString("D");

    [GeneratedRegex("media:(?<id>[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
