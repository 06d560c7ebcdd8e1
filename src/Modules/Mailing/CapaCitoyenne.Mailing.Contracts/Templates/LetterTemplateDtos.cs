using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.Templates;

public static class LetterTemplateConsts
{
    /// <summary>A template of ours by its name, a space's own by its id.</summary>
    public const int MaxKeyLength = 40;
    public const int MaxNameLength = 100;
    /// <summary>Own templates of a space.</summary>
    public const int MaxTemplates = 50;
}

public class LetterTemplateDto
{
    /// <summary>What <c>CreateCampaignDto.Template</c> takes.</summary>
    public required string Key { get; set; }
    public required string Name { get; set; }
    public string? Description { get; set; }
    /// <summary>Saved by the space from a letter of its own; the others come with the hub.</summary>
    public bool IsOwn { get; set; }
    public required string Subject { get; set; }
    public ConsentPurpose Purpose { get; set; }
    /// <summary>Types of its first blocks, for a drawing of it; at most 12.</summary>
    public List<string> Outline { get; set; } = [];
}

public class CreateLetterTemplateDto
{
    public Guid CampaignId { get; set; }
    [Required, StringLength(LetterTemplateConsts.MaxNameLength)]
    public string Name { get; set; } = "";
}
