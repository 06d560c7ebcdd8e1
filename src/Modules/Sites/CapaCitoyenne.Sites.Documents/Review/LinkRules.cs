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
    {
        if (passage.Field.Kind == FieldKind.Link && IsDead(passage.Text, context)) yield return passage.Remark(ReviewCodes.LinkDead, null, ("Address", passage.Text));
        if (passage.Field.Kind == FieldKind.Link && Present(passage.Text, context) is { } now)
            yield return passage.Remark(ReviewCodes.LinkMoved, new ReviewRepair(passage.Text, now), ("Address", passage.Text));
        if (passage.Field.Kind == FieldKind.Reference && passage.Text.StartsWith("form:", StringComparison.Ordinal) && IsDead(passage.Text, context))
            yield return passage.Remark(ReviewCodes.FormUnavailable, null);
        if (passage.Field is { Name: "label" } && Vague.Contains(passage.Text.Trim(' ', '.', '…', '!'))) yield return passage.Remark(ReviewCodes.LinkTextVague, null, ("Text", passage.Text));
        foreach (var link in passage.Tree?.Descendants<LinkInline>().Where(link => !link.IsImage) ?? [])
        {
            var words = MarkdownText.Words(link);
            if (IsDead(link.Url, context)) yield return passage.Remark(ReviewCodes.LinkDead, null, ("Address", words.Length > 0 ? words : link.Url ?? ""));
            else if (Present(link.Url, context) is { } present)
                yield return passage.Remark(ReviewCodes.LinkMoved, Moved(passage, link.Url!, present), ("Address", words.Length > 0 ? words : link.Url!));
            else if (Vague.Contains(words.Trim(' ', '.', '…', '!'))) yield return passage.Remark(ReviewCodes.LinkTextVague, null, ("Text", words));
            else if (words.Length > MaxBareAddress && words.Contains("://", StringComparison.Ordinal)) yield return passage.Remark(ReviewCodes.LinkBare, null, ("Address", words[..MaxBareAddress] + "…"));
        }
    }

    /// <summary>The whole address, up to its bracket or its title: it may be the beginning of another one.</summary>
    private static ReviewRepair Moved(Passage passage, string address, string present)
    {
        var end = passage.Text.Contains("](" + address + ")", StringComparison.Ordinal) ? ")" : " ";
        return new ReviewRepair("](" + address + end, "](" + present + end);
    }

    private static string? Present(string? address, ReviewContext context) => LinkPolicy.Classify(address) == LinkKind.Relative ? context.FindPresent(address!) : null;

    private static bool IsDead(string? address, ReviewContext context)
        => LinkPolicy.Classify(address) is LinkKind.Reference or LinkKind.Relative && !LinkPolicy.IsMedia(address) && context.IsDead(address!);
}
