using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Mailing.Campaigns;

namespace CapaCitoyenne.Mailing.Automation;

public static class WelcomeConsts
{
    /// <summary>A welcome and two more letters, for each list.</summary>
    public const int MaxLettersPerList = 3;
    public const int MaxDelayDays = 90;
}

public class CreateWelcomeLetterDto
{
    public Guid ListId { get; set; }
    /// <summary>Days after the sign-up; 0 = within a minute or so.</summary>
    [Range(0, WelcomeConsts.MaxDelayDays)]
    public int DelayDays { get; set; }
    /// <summary>Key of a template; empty = the one for welcomes.</summary>
    [StringLength(Templates.LetterTemplateConsts.MaxKeyLength)]
    public string? Template { get; set; }
}

public class UpdateWelcomeLetterDto
{
    [Range(0, WelcomeConsts.MaxDelayDays)]
    public int DelayDays { get; set; }
}

/// <summary>A letter that everybody gets who signs up for a list themselves. Its text is that of its campaign, written there while it is at rest.</summary>
public class WelcomeLetterDto
{
    public Guid Id { get; set; }
    public Guid CampaignId { get; set; }
    public Guid ListId { get; set; }
    public int DelayDays { get; set; }
    public required string Subject { get; set; }
    /// <summary>Draft = at rest, Sending = at work, Paused.</summary>
    public CampaignStatus Status { get; set; }
    /// <summary>Who signed up before (UTC) is not written to.</summary>
    public DateTime? Since { get; set; }
    /// <summary>People it was sent to so far.</summary>
    public int Recipients { get; set; }
}
