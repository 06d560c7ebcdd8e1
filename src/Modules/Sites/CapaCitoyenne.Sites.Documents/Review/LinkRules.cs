using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CapaCitoyenne.Sites.Documents.Review;

/// <summary>Links that lead nowhere, and links that do not say where they lead: read alone, as a screen reader lists them.</summary>
internal static class LinkRules
{
    private const int MaxBareAddress = 40;

    private static readonly HashSet<string> Vague = new(StringComparer.OrdinalIgnoreCase)
    {
        "ici", "cliquez ici", "cliquer ici", "cliquez", "lien", "ce lien", "là", "en savoir plus", "plus d’infos", "plus d'infos", "lire la suite", "suite", "voir", "here", "click here", "link", "read more", "more",
    };

    public static IEnumerable<ReviewRemark> Check(Passage passage, ReviewContext context)
        => passage.Field.Kind switch
        {
            FieldKind.Link => CheckAddress(passage, context),
            FieldKind.Reference => CheckForm(passage, context),
            FieldKind.Text when passage.Field.Name == "label" => CheckLabel(passage, context),
            _ => CheckProse(passage, context),
        };

    private static IEnumerable<ReviewRemark> CheckAddress(Passage passage, ReviewContext context)
    {
        // A link that the block can do without is taken off; a button is nothing without.
        if (IsDead(passage.Text, context))
            yield return passage.Remark(ReviewCodes.LinkDead, passage.Field.NeededToPublish ? null : passage.Replace(0, passage.Text.Length, ""), ("Address", passage.Text));
        if (Present(passage.Text, context) is { } now) yield return passage.Remark(ReviewCodes.LinkMoved, passage.Replace(0, passage.Text.Length, now), ("Address", passage.Text));
    }

    private static IEnumerable<ReviewRemark> CheckForm(Passage passage, ReviewContext context)
    {
        if (passage.Text.StartsWith("form:", StringComparison.Ordinal) && IsDead(passage.Text, context)) yield return passage.Remark(ReviewCodes.FormUnavailable, null);
    }

    private static IEnumerable<ReviewRemark> CheckLabel(Passage passage, ReviewContext context)
    {
        if (!IsVague(passage.Text)) yield break;
        var title = context.TitleOf(passage.Holder.Text("target") ?? "");
        yield return passage.Remark(ReviewCodes.LinkTextVague, title is null || title.Length > passage.Field.MaxLength ? null : passage.Replace(0, passage.Text.Length, title), ("Text", passage.Text));
    }

    private static IEnumerable<ReviewRemark> CheckProse(Passage passage, ReviewContext context)
    {
        foreach (var inline in passage.Tree?.Descendants<Inline>() ?? [])
        {
            var remark = inline switch
            {
                AutolinkInline { IsEmail: false } bare => CheckBare(passage, bare, bare.Url, context),
                LinkInline { IsAutoLink: true } bare => CheckBare(passage, bare, bare.Url ?? "", context),
                LinkInline { IsImage: false } link => CheckLink(passage, link, context),
                _ => null,
            };
            if (remark is not null) yield return remark;
        }
    }

    /// <summary>An address that stands in the text as it is.</summary>
    private static ReviewRemark? CheckBare(Passage passage, Inline inline, string url, ReviewContext context)
    {
        if (IsDead(url, context)) return passage.Remark(ReviewCodes.LinkDead, null, ("Address", url));
        if (url.Length <= MaxBareAddress) return null;
        var address = url.AsSpan().ContainsAny('(', ')') ? "<" + url + ">" : url;
        return passage.Remark(
            ReviewCodes.LinkBare, NameOf(url, context) is { } name ? passage.Replace(inline.Span.Start, inline.Span.Length, "[" + MarkdownText.Escape(name) + "](" + address + ")") : null,
            ("Address", url[..MaxBareAddress] + "…"));
    }

    private static ReviewRemark? CheckLink(Passage passage, LinkInline link, ReviewContext context)
    {
        var words = MarkdownText.Words(link);
        var (url, named) = (link.Url ?? "", words.Length > 0 ? words : link.Url ?? "");
        if (IsDead(url, context)) return passage.Remark(ReviewCodes.LinkDead, Unlinked(passage, link), ("Address", named));
        if (Present(url, context) is { } present) return passage.Remark(ReviewCodes.LinkMoved, Moved(passage, link, present), ("Address", named));
        if (IsVague(words)) return passage.Remark(ReviewCodes.LinkTextVague, Renamed(passage, link, context.TitleOf(url)), ("Text", words));
        if (words.Length > MaxBareAddress && words.Contains("://", StringComparison.Ordinal))
            return passage.Remark(ReviewCodes.LinkBare, Renamed(passage, link, NameOf(url, context)), ("Address", words[..MaxBareAddress] + "…"));
        return null;
    }

    private static bool IsVague(string words) => Vague.Contains(words.Trim(' ', '.', '…', '!'));

    /// <summary>The title of what is ours, the host of what is not.</summary>
    private static string? NameOf(string url, ReviewContext context)
        => context.TitleOf(url) ?? (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : null);

    /// <summary>The words stay.</summary>
    private static ReviewRepair? Unlinked(Passage passage, LinkInline link)
        => WordsOf(passage, link) is { } words ? passage.Replace(link.Span.Start, link.Span.Length, passage.Text[words]) : null;

    private static ReviewRepair? Renamed(Passage passage, LinkInline link, string? name)
        => name is not null && WordsOf(passage, link) is { } words ? passage.Replace(words.Start.Value, words.End.Value - words.Start.Value, MarkdownText.Escape(name)) : null;

    /// <summary>Where a link's words stand, between its brackets. Null for one that is written in two places, <c>[words][name]</c>.</summary>
    private static Range? WordsOf(Passage passage, LinkInline link)
    {
        var (start, url) = (link.Span.Start, link.UrlSpan.Start);
        if (link.Reference is not null || url <= start || url > link.Span.End || link.Span.End >= passage.Text.Length || passage.Text[start] != '[') return null;
        var end = passage.Text.LastIndexOf("](", url, url - start, StringComparison.Ordinal);
        return end > start ? (start + 1)..end : null;
    }

    /// <summary>The whole address, up to its bracket or its title: it may be the beginning of another one.</summary>
    private static ReviewRepair? Moved(Passage passage, LinkInline link, string present)
    {
        if (WordsOf(passage, link) is not { End.Value: var start }) return null;
        var end = link.UrlSpan.End + 1;
        return passage.Replace(start, end + 1 - start, passage.Text[start..link.UrlSpan.Start] + present + passage.Text[end]);
    }

    private static string? Present(string? address, ReviewContext context) => LinkPolicy.Classify(address) == LinkKind.Relative ? context.FindPresent(address!) : null;

    private static bool IsDead(string? address, ReviewContext context)
        => LinkPolicy.Classify(address) is LinkKind.Reference or LinkKind.Relative && !LinkPolicy.IsMedia(address) && context.IsDead(address!);
}
