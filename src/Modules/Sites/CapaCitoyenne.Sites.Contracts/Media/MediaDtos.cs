using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Sites.Media;

public enum MediaKind
{
    Picture,

    /// <summary>PDF, text document, sound, film, track…: everything that is kept as it came.</summary>
    Document,
}

/// <summary>A picture or document of the space. In documents it is named by its URN: <c>media:{id}</c>.</summary>
public class MediaDto : EntityDto<Guid>
{
    /// <summary><c>media:0197…</c>, as documents write it.</summary>
    public string Urn { get; set; } = "";

    public MediaKind Kind { get; set; }

    /// <summary>The name it came with, to find it again.</summary>
    public string FileName { get; set; } = "";

    public string ContentType { get; set; } = "";

    /// <summary>Proposed when the picture is put on a page.</summary>
    public string? Alt { get; set; }

    /// <summary>It shows nothing that a reader must know; proposed when it is put on a page.</summary>
    public bool IsDecorative { get; set; }

    /// <summary>Proposed when the picture is put on a page.</summary>
    public string? Caption { get; set; }

    /// <summary>Who made it.</summary>
    public string? Credit { get; set; }

    /// <summary>Who of the people in the picture agreed, and how. For the space only.</summary>
    public string? ConsentNote { get; set; }

    /// <summary>Last day of that agreement; null when it has no end.</summary>
    public DateOnly? ConsentUntil { get; set; }

    /// <summary>In pixels, as it is shown; 0 for documents.</summary>
    public int Width { get; set; }
    public int Height { get; set; }

    /// <summary>What must stay in sight where the picture is cropped: percent from the left and from the top.</summary>
    public int FocusX { get; set; }
    public int FocusY { get; set; }

    /// <summary>Bytes: of the cleaned original, or of the document.</summary>
    public long Size { get; set; }

    /// <summary>Whether the smaller sizes are there; they are made some seconds after the upload.</summary>
    public bool HasVariants { get; set; }

    /// <summary>Relative to the hub and to the site alike; never changes its content.</summary>
    public string Url { get; set; } = "";

    /// <summary>About 480 px wide, for lists; empty for documents.</summary>
    public string ThumbnailUrl { get; set; } = "";

    public DateTime CreationTime { get; set; }

    /// <summary>When it was put into the trash; it is removed for good <see cref="MediaConsts.TrashDays"/> days later.</summary>
    public DateTime? DeletionTime { get; set; }
    public string ConcurrencyStamp { get; set; } = "";
}

public class GetMediaInput
{
    /// <summary><see cref="MediaPageDto.NextCursor"/> of the page before; null for the first.</summary>
    [StringLength(100)]
    public string? Cursor { get; set; }

    [Range(1, 100)]
    public int MaxResultCount { get; set; } = 40;

    /// <summary>Words of the name, the alternative text, the caption or the credit; accents and case do not matter.</summary>
    [StringLength(MediaConsts.MaxFilterLength)]
    public string? Filter { get; set; }

    public MediaKind? Kind { get; set; }

    /// <summary>Only what no page, news, letter, guide or lesson shows.</summary>
    public bool Unused { get; set; }

    /// <summary>What is in the trash, instead of what is not.</summary>
    public bool Trash { get; set; }
}

public class GetManyMediaInput
{
    /// <summary>Ids joined by commas, at most 100; what is not there is left out of the answer.</summary>
    [Required, StringLength(4000)]
    public string Ids { get; set; } = "";
}

/// <summary>One page of the library, newest first.</summary>
public class MediaPageDto
{
    public List<MediaDto> Items { get; set; } = [];

    /// <summary>Null on the last page.</summary>
    public string? NextCursor { get; set; }
}

public class UpdateMediaInput
{
    [Required, StringLength(MediaConsts.MaxFileNameLength)]
    public string FileName { get; set; } = "";

    /// <summary>A file's name is refused: it describes nothing.</summary>
    [StringLength(MediaConsts.MaxAltLength)]
    public string? Alt { get; set; }

    public bool IsDecorative { get; set; }

    [StringLength(MediaConsts.MaxCaptionLength)]
    public string? Caption { get; set; }

    [StringLength(MediaConsts.MaxCreditLength)]
    public string? Credit { get; set; }

    [StringLength(MediaConsts.MaxConsentNoteLength)]
    public string? ConsentNote { get; set; }

    public DateOnly? ConsentUntil { get; set; }

    [Range(0, 100)]
    public int FocusX { get; set; } = MediaConsts.Middle;

    [Range(0, 100)]
    public int FocusY { get; set; } = MediaConsts.Middle;

    /// <summary>Of what was read: when somebody else saved since, the answer is 409 and nothing is stored. What is sent without it holds.</summary>
    [StringLength(40)]
    public string? ConcurrencyStamp { get; set; }
}

/// <summary>A page, news, letter… that shows the file.</summary>
/// <param name="Kind">What it is: <c>page</c>, <c>post</c>, <c>letter</c>, <c>guide</c>, <c>lesson</c>, <c>look</c>.</param>
/// <param name="Link">Where it is written, relative to the space: <c>site/pages/0197…</c>.</param>
public sealed record MediaUsageDto(string Kind, string Title, string Link);

/// <summary>How much room the library takes. Bytes; what is in the trash counts, smaller sizes of pictures do not.</summary>
public sealed record MediaQuotaDto(long UsedBytes, long TrashBytes, long MaxBytes);

public static class MediaConsts
{
    public const int MaxFileNameLength = 200;
    public const int MaxAltLength = 300;
    public const int MaxCaptionLength = 500;
    public const int MaxCreditLength = 200;
    public const int MaxConsentNoteLength = 300;
    public const int MaxFilterLength = 100;
    public const int Middle = 50;

    /// <summary>Of a picture.</summary>
    public const int MaxMegabytes = 15;
    public const int MaxMegapixels = 50;

    /// <summary>Of a document.</summary>
    public const int MaxDocumentMegabytes = 25;

    public const int TrashDays = 30;

    /// <summary>In pixels; smaller pictures have fewer.</summary>
    public static IReadOnlyList<int> VariantWidths { get; } = [480, 960, 1600];
}
