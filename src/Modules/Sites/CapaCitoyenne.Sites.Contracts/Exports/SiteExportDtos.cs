namespace CapaCitoyenne.Sites.Exports;

public enum SiteExportKind
{
    /// <summary>All that the site is, as Markdown files, pictures and <c>site.yml</c>: comes back in as it was.</summary>
    Archive = 0,

    /// <summary>The public pages as files that open without any server.</summary>
    Static = 1,

    /// <summary>WordPress's own format, WXR 1.2.</summary>
    WordPress = 2,
}

public enum SiteExportStatus
{
    Waiting = 0,
    Running = 1,
    Ready = 2,
    Failed = 3,

    /// <summary>The file is no longer kept.</summary>
    Expired = 4,
}

public static class SiteExportConsts
{
    /// <summary>Days that a file is kept.</summary>
    public const int DaysKept = 7;
}

public class SiteExportDto : EntityDto<Guid>
{
    public SiteExportKind Kind { get; set; }
    public SiteExportStatus Status { get; set; }

    /// <summary>Files written, of <see cref="Total"/>, which may grow while links are followed.</summary>
    public int Done { get; set; }
    public int Total { get; set; }

    /// <summary>Bytes of the finished file.</summary>
    public long Size { get; set; }
    public string FileName { get; set; } = "";
    public DateTime CreationTime { get; set; }

    /// <summary>When the file goes; null until it is there.</summary>
    public DateTime? ExpiryTime { get; set; }
}

public class CreateSiteExportDto
{
    public SiteExportKind Kind { get; set; }
}
