using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.Settings;

public class MailingSettingsDto
{
    [StringLength(CampaignConsts.MaxFromNameLength)]
    public string? FromName { get; set; }
    [StringLength(ContactConsts.MaxEmailLength)]
    public string? ReplyTo { get; set; }
    [StringLength(300)]
    public string? PostalAddress { get; set; }
    /// <summary>Minutes, 0 to 120.</summary>
    [Range(0, 120)]
    public int GraceMinutes { get; set; }
    /// <summary>A second person must approve every letter before it leaves.</summary>
    public bool RequiresApproval { get; set; }
    /// <summary>Readings and clicks of letters to come are counted, of people who agreed to it, as sums that name nobody. Never of what the statutes require.</summary>
    public bool MeasuresLetters { get; set; }
}

/// <summary><c>/api/mailing/mailing-settings</c></summary>
public interface IMailingSettingsAppService : IApplicationService
{
    Task<MailingSettingsDto> GetAsync();

    Task<MailingSettingsDto> UpdateAsync(MailingSettingsDto input);
}
