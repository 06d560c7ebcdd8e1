using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Mailing.Campaigns;

namespace CapaCitoyenne.Mailing.Automation;

public static class DigestConsts
{
    /// <summary>Digests of a space.</summary>
    public const int MaxDigests = 10;
    public const int MaxIntroLength = 2000;
}

public enum DigestRhythm
{
    Weekly = 0,
    EveryTwoWeeks = 1,
    /// <summary>The first such weekday of the month.</summary>
    Monthly = 2,
}

/// <summary>« Every Thursday at 18:00, when there is something new ».</summary>
public class CreateUpdateDigestDto
{
    [Required, StringLength(CampaignConsts.MaxSubjectLength)]
    public string Subject { get; set; } = "";
    /// <summary>Markdown before the news; may hold personal fields with fallbacks.</summary>
    [StringLength(DigestConsts.MaxIntroLength)]
    public string? Intro { get; set; }
    /// <summary>Lists written to; empty = the whole address book.</summary>
    [MaxLength(CampaignConsts.MaxLists)]
    public List<Guid> ListIds { get; set; } = [];
    [EnumDataType(typeof(DigestRhythm))]
    public DigestRhythm Rhythm { get; set; }
    [EnumDataType(typeof(DayOfWeek))]
    public DayOfWeek Weekday { get; set; } = DayOfWeek.Thursday;
    /// <summary>On the clocks of Paris, summer time or not.</summary>
    public TimeOnly Time { get; set; } = new(18, 0);
    /// <summary>False: a draft is made and somebody is told; nothing leaves by itself.</summary>
    public bool SendsItself { get; set; }
    /// <summary>Whether the coming events stand below the news. Events alone make no letter.</summary>
    public bool HasEvents { get; set; } = true;
}

public class DigestDto : CreateUpdateDigestDto
{
    public Guid Id { get; set; }
    public bool IsPaused { get; set; }
    /// <summary>UTC; when it looks for news next.</summary>
    public DateTime NextTime { get; set; }
    /// <summary>News that went online before (UTC) were in a letter, or are older than the digest.</summary>
    public DateTime CoveredUntil { get; set; }
    /// <summary>News that wait for the next letter; 50 at most are counted.</summary>
    public int WaitingNews { get; set; }
    public Guid? LastCampaignId { get; set; }
    public DateTime? LastCampaignTime { get; set; }
}
