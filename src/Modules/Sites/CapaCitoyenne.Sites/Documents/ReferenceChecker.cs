using System.Globalization;
using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Prose;
using CapaCitoyenne.Sites.Documents.Validation;
using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>Whether the pictures of a document are there.</summary>
internal sealed class ReferenceChecker(SiteDocuments documents, IRepository<MediaFile, Guid> media) : ITransientDependency
{
    public async Task<IReadOnlyList<Validation.DocumentIssue>> CheckAsync(PageDocument document)
    {
        var urns = DocumentInsight.References(document, documents.Catalog).Where(LinkPolicy.IsMedia).ToList();
        var ids = urns.Select(Urn.IdOf).OfType<Guid>().ToArray();
        var found = ids.Length == 0 ? [] : (await media.GetListAsync(file => ids.Contains(file.Id))).ConvertAll(file => file.Id);
        return [.. urns.Where(urn => Urn.IdOf(urn) is not { } id || !found.Contains(id))
            .Select(urn => new Validation.DocumentIssue(
                PathOf(document, urn), DocumentIssueCodes.ReferenceNotFound, IssueSeverity.BlocksPublishing, new Dictionary<string, object> { ["Urn"] = urn }))];
    }

    /// <summary>The first block of the page that holds it.</summary>
    private static string PathOf(PageDocument document, string urn)
    {
        var blocks = JsonNode.Parse(document.ToJson())!["blocks"]!.AsArray();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i]!.ToJsonString().Contains(urn, StringComparison.Ordinal)) return string.Create(CultureInfo.InvariantCulture, $"/blocks/{i}");
        }

        return "";
    }
}

/// <summary>Our URNs: <c>media:0197…</c>.</summary>
internal static class Urn
{
    public static string Of(string scheme, Guid id) => scheme + ":" + id.ToString("D");

    public static Guid? IdOf(string urn) => Guid.TryParse(urn.AsSpan(urn.IndexOf(':', StringComparison.Ordinal) + 1), out var id) ? id : null;

    public static string NameOf(string urn) => urn[(urn.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public static string SchemeOf(string urn) => urn[..Math.Max(0, urn.IndexOf(':', StringComparison.Ordinal))];
}
