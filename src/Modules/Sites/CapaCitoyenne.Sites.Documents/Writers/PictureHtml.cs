using System.Globalization;
using CapaCitoyenne.Sites.Documents.Prose;

namespace CapaCitoyenne.Sites.Documents.Writers;

/// <summary>Writes a picture for each target. Sizes are always given, so that a page never jumps while it loads.</summary>
internal static class PictureHtml
{
    /// <summary>A mail's column without its margins, in pixels.</summary>
    public const int EmailWidth = 544;

    private const int LargestVariant = 1600;

    public static void Write(Html html, ResolvedMedia media, string alt, WriterContext context, string sizes, int emailWidth = EmailWidth)
    {
        switch (context.Target)
        {
            case WriterTarget.Web:
                WriteResponsive(html, media, alt, sizes);
                break;
            case WriterTarget.Email:
                WriteForMail(html, media, alt, context, emailWidth);
                break;
            default:
                var one = Fallback(media, LargestVariant);
                html.Raw("<img").Attr("src", context.Absolute(one.Url)).Attr("alt", alt);
                Size(html, media.Width, media.Height);
                html.Raw(">");
                break;
        }
    }

    private static void WriteResponsive(Html html, ResolvedMedia media, string alt, string sizes)
    {
        html.Raw("<picture>");
        foreach (var type in media.Variants.Select(v => v.ContentType).Distinct().Where(t => t != "image/jpeg" && t != media.ContentType))
            html.Raw("<source").Attr("type", type).Attr("srcset", SrcSet(media, type)).Attr("sizes", sizes).Raw(">");
        var fallback = Fallback(media, 960);
        html.Raw("<img").Attr("class", media.FocusClass).Attr("src", fallback.Url).Attr("srcset", SrcSet(media, fallback.ContentType) is { Length: > 0 } set ? set : null);
        html.Attr("sizes", media.Variants.Any(v => v.ContentType == fallback.ContentType) ? sizes : null).Attr("alt", alt);
        Size(html, media.Width, media.Height);
        html.Raw(" loading=\"lazy\" decoding=\"async\"></picture>");
    }

    /// <summary>The address of the picture in its largest size.</summary>
    public static string Largest(ResolvedMedia media) => Fallback(media, LargestVariant).Url;

    private static void WriteForMail(Html html, ResolvedMedia media, string alt, WriterContext context, int maxWidth)
    {
        var one = Fallback(media, maxWidth > 480 ? 960 : 480);
        var width = Math.Min(maxWidth, media.Width);
        html.Raw("<img").Attr("src", context.Absolute(one.Url)).Attr("alt", alt);
        Size(html, width, media.Width == 0 ? 0 : (int)Math.Round((double)media.Height * width / media.Width));
        html.Raw(" style=\"display:block;max-width:100%;height:auto;border:0\">");
    }

    private static void Size(Html html, int width, int height)
    {
        if (width <= 0 || height <= 0) return;
        html.Attr("width", width.ToString(CultureInfo.InvariantCulture)).Attr("height", height.ToString(CultureInfo.InvariantCulture));
    }

    private static string SrcSet(ResolvedMedia media, string contentType)
        => string.Join(", ", media.Variants.Where(v => v.ContentType == contentType).OrderBy(v => v.Width)
            .Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Url} {v.Width}w")));

    /// <summary>The variant that every browser and mail reader shows: no WebP unless there is nothing else.</summary>
    private static MediaVariant Fallback(ResolvedMedia media, int width)
    {
        var plain = media.Variants.Where(v => v.ContentType is "image/jpeg" or "image/png" or "image/gif").OrderBy(v => v.Width).ToList();
        return plain.FirstOrDefault(v => v.Width >= width) ?? plain.LastOrDefault() ?? new MediaVariant(media.Url, media.Width, media.ContentType);
    }
}
