using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Sites.Media;

/// <summary>A picture of the space. In documents it is named by its URN: <c>media:{id}</c>.</summary>
public class MediaDto : EntityDto<Guid>
{
    /// <summary><c>media:0197…</c>, as documents write it.</summary>
    public string Urn { get; set; } = "";

    /// <summary>The name it came with, to find it again.</summary>
    public string FileName { get; set; } = "";

    /// <summary>Proposed when the picture is put on a page.</summary>
    public string? Alt { get; set; }

    /// <summary>In pixels, as it is shown.</summary>
    public int Width { get; set; }
    public int Height { get; set; }

    /// <summary>Bytes of the cleaned original.</summary>
    public long Size { get; set; }

    /// <summary>Whether the smaller sizes are there; they are made some seconds after the upload.</summary>
    public bool HasVariants { get; set; }

    /// <summary>Relative to the hub and to the site alike; never changes its content.</summary>
    public string Url { get; set; } = "";

    /// <summary>About 480 px wide, for lists.</summary>
    public string ThumbnailUrl { get; set; } = "";

    public DateTime CreationTime { get; set; }
}

public class UpdateMediaInput
{
    [StringLength(MediaConsts.MaxAltLength)]
    public string? Alt { get; set; }
}

public static class MediaConsts
{
    public const int MaxFileNameLength = 200;
    public const int MaxAltLength = 300;
    public const int MaxMegabytes = 15;
    public const int MaxMegapixels = 50;

    /// <summary>In pixels; smaller pictures have fewer.</summary>
    public static IReadOnlyList<int> VariantWidths { get; } = [480, 960, 1600];
}
