using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Sites.Imports;

public static class SiteImportConsts
{
    public const int MaxFileNameLength = 200;
    public const int MaxTitleLength = 300;
    public const int MaxKeyLength = 200;
    public const int MaxAddressLength = 500;
    public const int MaxCodeLength = 60;

    /// <summary>Things in one file.</summary>
    public const int MaxItems = 20_000;
}

/// <summary>What the file comes from.</summary>
public enum SiteImportSource
{
    WordPress = 0,
    Ghost = 1,

    /// <summary>An archive of Markdown files and pictures.</summary>
    Markdown = 2,

    /// <summary>An archive that a site of this hub was exported to.</summary>
    Archive = 3,
}

public enum SiteImportStatus
{
    /// <summary>Recognised. Next: start.</summary>
    Uploaded = 0,

    /// <summary>The file is being read: poll.</summary>
    Reading = 1,

    /// <summary>Things are being taken in: poll.</summary>
    Running = 2,
    Completed = 3,
    Failed = 4,

    /// <summary>Stopped by somebody. What was taken in until then stays; starting again goes on.</summary>
    Cancelled = 5,
}

public enum SiteImportItemKind
{
    Site = 0,
    Media = 1,
    Category = 2,
    Pattern = 3,
    Page = 4,
    Post = 5,
    MenuItem = 6,
    Form = 7,
    Event = 8,
    Other = 9,
}

/// <summary>What became of a thing.</summary>
public enum SiteImportItemState
{
    Waiting = 0,
    Imported = 1,

    /// <summary>Taken in, with something that is not as it was: the notes say what.</summary>
    Changed = 2,

    /// <summary>It was here before; nothing was touched.</summary>
    AlreadyThere = 3,
    LeftOut = 4,
}

/// <summary>Counts over the things of a file.</summary>
public class SiteImportCountsDto
{
    public int Total { get; set; }
    public int Done { get; set; }
    public int Imported { get; set; }
    public int Changed { get; set; }
    public int AlreadyThere { get; set; }
    public int LeftOut { get; set; }

    /// <summary>Of the imported and changed.</summary>
    public int Pages { get; set; }
    public int Posts { get; set; }
    public int Media { get; set; }

    /// <summary>Pages and posts that are online now.</summary>
    public int Published { get; set; }

    /// <summary>Words in the file's texts, and those of them that are here now.</summary>
    public int WordsIn { get; set; }
    public int WordsOut { get; set; }
}

public class SiteImportDto : EntityDto<Guid>
{
    public required string FileName { get; set; }
    public SiteImportSource Source { get; set; }
    public SiteImportStatus Status { get; set; }

    /// <summary>What is being taken in now.</summary>
    public SiteImportItemKind Step { get; set; }
    public SiteImportCountsDto Counts { get; set; } = new();

    /// <summary>Name and address of the old site, once the file was read.</summary>
    public string? SiteTitle { get; set; }
    public string? SiteUrl { get; set; }

    /// <summary>The file does not say where its pictures are: the address of the old site is asked for.</summary>
    public bool NeedsAddress { get; set; }
    public bool Publish { get; set; }
    public DateTime CreationTime { get; set; }
    public DateTime? EndTime { get; set; }

    /// <summary>Worded, when <see cref="Status"/> is Failed.</summary>
    public string? Error { get; set; }
}

public class StartSiteImportDto
{
    /// <summary>Puts online what was online there, where that is allowed; otherwise all of it comes as drafts.</summary>
    public bool Publish { get; set; } = true;

    /// <summary>Address of the old site, where the file does not say it.</summary>
    [StringLength(SiteImportConsts.MaxAddressLength)]
    public string? Address { get; set; }
}

/// <summary>What was changed or left out of one thing.</summary>
/// <param name="Code">What happened; the workspace has the words.</param>
/// <param name="Original">What it was, as it came.</param>
public record SiteImportNoteDto(string Code, string? Original);

/// <summary>One line of the report.</summary>
public class SiteImportItemDto
{
    /// <summary>Place in the report, from 1.</summary>
    public int Number { get; set; }
    public SiteImportItemKind Kind { get; set; }
    public SiteImportItemState State { get; set; }
    public string Title { get; set; } = "";

    /// <summary>Code that says why it was left out.</summary>
    public string? Reason { get; set; }

    /// <summary>The page, post or picture that it became.</summary>
    public Guid? TargetId { get; set; }
    public int WordsIn { get; set; }
    public int WordsOut { get; set; }
    public List<SiteImportNoteDto> Notes { get; set; } = [];
}

public class GetSiteImportItemsInput
{
    public const int MaxPageSize = 200;

    public SiteImportItemState? State { get; set; }

    /// <summary>Number of the last line that is known; 0 from the beginning.</summary>
    [Range(0, int.MaxValue)]
    public int After { get; set; }

    [Range(1, MaxPageSize)]
    public int MaxResultCount { get; set; } = 50;
}
