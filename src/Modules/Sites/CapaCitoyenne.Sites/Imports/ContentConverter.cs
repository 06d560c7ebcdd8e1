using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Imports.Html;
using CapaCitoyenne.Sites.Imports.WordPress;
using CapaCitoyenne.Sites.Pages;

namespace CapaCitoyenne.Sites.Imports;

internal sealed record ConvertedContent(string Title, string? Excerpt, PageDocument Document, IReadOnlyList<ImportNote> Notes, int WordsIn, int WordsOut);

/// <summary>The text of a page or post as a document, with what could not be kept and the words before and after.</summary>
internal sealed class ContentConverter(SiteDocuments documents) : ITransientDependency
{
    public ConvertedContent Convert(ImportMap map, SourceItem source, string lang)
    {
        var context = new ConversionContext
        {
            MediaAt = map.MediaAt, MediaOf = map.MediaOf, Link = map.Link, PatternOf = key => map.Patterns.GetValueOrDefault(key),
        };
        var body = source.Body ?? "";
        var title = Title(source, context);
        if (source.Reason?.StartsWith("Type:", StringComparison.Ordinal) == true) context.Note("Type", source.Reason[5..]);
        if (source.Tags.Count > 0) context.Note("Tags", HtmlConverter.Shorten(string.Join(", ", source.Tags)));
        var (document, before) = source.Format == SourceFormat.Markdown ? Markdown(source, map, lang) : Html(source, body, context, map, lang);
        var after = WordCount.OfDocument(document);
        return new ConvertedContent(title, Excerpt(source, context), document, context.Notes, before.Count, WordCount.Kept(before, after));
    }

    private (PageDocument Document, IReadOnlyList<string> Before) Html(SourceItem source, string body, ConversionContext context, ImportMap map, string lang)
    {
        var pieces = source.Format == SourceFormat.WordPress ? new WordPressConverter(context).Convert(body) : new HtmlConverter(context).Convert(body);
        if (source.FeaturedKey is { } key)
        {
            if ((map.MediaOf(key) ?? map.MediaAt(key)) is not { IsPicture: true } featured) context.Note("Picture", key);
            else if (!pieces.OfType<BlockPiece>().Any(piece => piece.Fields.ToJsonString().Contains(featured.Urn, StringComparison.Ordinal)))
                pieces.Insert(0, HtmlConverter.Image(new PictureRun(featured, featured.Alt ?? "", featured.Caption, null)));
        }
        var document = documents.Read(DocumentAssembler.Assemble(source.Language ?? lang, pieces));
        // Shortcodes are no words; what they enclose is.
        var text = source.Format == SourceFormat.WordPress ? string.Concat(Shortcodes.Split(body).Select(part => part.Html ?? " " + part.Code!.Inner + " ")) : body;
        return (document, WordCount.OfHtml(text));
    }

    private (PageDocument Document, IReadOnlyList<string> Before) Markdown(SourceItem source, ImportMap map, string lang)
    {
        var document = ReadMarkdown(source, source.Body ?? "", map, lang);
        return (document, WordCount.OfDocument(document));
    }

    /// <summary>A text of an archive, with the links between its files resolved.</summary>
    public PageDocument ReadMarkdown(SourceItem source, string text, ImportMap map, string lang)
    {
        var isOwn = source.Own.ContainsKey("archive");
        var read = documents.ReadTwin(MarkdownLinks.Resolve(text, source.Entry ?? "", map, isOwn));
        // The front matter is told apart; in the document it would be refused.
        return new PageDocument(isOwn ? read.Lang : source.Language ?? lang, read.Blocks);
    }

    private static string Title(SourceItem source, ConversionContext context)
    {
        var title = HtmlConverter.Clip(source.Title, PageConsts.MaxTitleLength);
        if (title.Length == 0)
        {
            context.Note("NoTitle");
            return string.IsNullOrWhiteSpace(source.Slug) ? "Sans titre" : HtmlConverter.Clip(source.Slug, PageConsts.MaxTitleLength);
        }
        if (title != string.Join(' ', source.Title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))) context.Note("LongTitle", source.Title);
        return title;
    }

    private static string? Excerpt(SourceItem source, ConversionContext context)
    {
        if (string.IsNullOrWhiteSpace(source.Excerpt)) return null;
        var words = string.Join(' ', new AngleSharp.Html.Parser.HtmlParser().ParseDocument("<body>" + source.Excerpt).Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length > PageConsts.MaxExcerptLength) context.Note("LongExcerpt", HtmlConverter.Shorten(words));
        return words.Length == 0 ? null : HtmlConverter.Clip(words, PageConsts.MaxExcerptLength);
    }
}
