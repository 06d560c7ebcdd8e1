using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.Results;

/// <summary>What became of a letter that has left, beyond the bare counts.</summary>
public class CampaignResultDto
{
    public CampaignCountsDto Counts { get; set; } = new();
    /// <summary>Why letters did not arrive, in plain words, the most frequent first.</summary>
    public List<ReasonCountDto> Reasons { get; set; } = [];
    /// <summary>People whom the letter certainly did not reach and who may still be written to.</summary>
    public int Resendable { get; set; }
    /// <summary>The same, together with those of whom it is not known.</summary>
    public int ResendableWithDoubt { get; set; }
    /// <summary>The second letter, when one has been made: there is only ever one.</summary>
    public Guid? ResentAsId { get; set; }
    /// <summary>The first letter, when this is a second one.</summary>
    public Guid? ResendOfId { get; set; }
    /// <summary>Null when nobody's readings were to be counted, as is the rule.</summary>
    public LetterMeasurementDto? Measurement { get; set; }
}

/// <summary>
/// Readings and clicks of the people who agreed to be counted: estimates, since some mail programs load the pictures of what nobody reads and others none
/// of what is read. What fewer than <see cref="Least"/> people could have done is not told.
/// </summary>
public class LetterMeasurementDto
{
    /// <summary>People, or times, below which there is no number.</summary>
    public const int Least = 5;

    /// <summary>How many of the recipients agreed to be counted; null = fewer than <see cref="Least"/>: then there is nothing else either.</summary>
    public int? People { get; set; }
    /// <summary>How often the letter was shown; null = fewer than <see cref="Least"/>.</summary>
    public int? Readings { get; set; }
    /// <summary>The most followed first, then in the order of the letter; at most 40.</summary>
    public List<LinkClicksDto> Links { get; set; } = [];
}

/// <param name="Url">Where the link leads.</param>
/// <param name="Clicks">How often it was followed; null = fewer than <see cref="LetterMeasurementDto.Least"/>.</param>
public record LinkClicksDto(string Url, int? Clicks);

/// <param name="Explanation">A sentence of ours, or the provider's words when they are not known to us.</param>
public record ReasonCountDto(DeliveryState State, string Explanation, int Count);

public class ResendCampaignDto
{
    /// <summary>Also to people of whom it is not known whether they have the letter: some would then have it twice.</summary>
    public bool IncludeInDoubt { get; set; }
}

public record ResendResultDto(Guid CampaignId, int Recipients);

/// <summary>What a notice that the statutes require can be proven by: what was sent, when, to how many, and what came of it.</summary>
/// <param name="ContentHash">SHA-256 of the letter as it left, hexadecimal; the same text has the same print.</param>
/// <param name="FirstTime">When the first recipient was handed over or settled, UTC.</param>
/// <param name="NotReached">Names and addresses of people to be told by post, at most <see cref="MaxNotReached"/>; the rest stands in the CSV file.</param>
public record CampaignCertificateDto(
    string AssociationName, string Subject, ConsentPurpose Purpose, DateTime? ScheduledTime, DateTime? FirstTime, DateTime? SentTime, DateTime IssuedTime,
    string ContentHash, CampaignCountsDto Counts, List<RecipientDto> NotReached)
{
    public const int MaxNotReached = 1000;
}

public class CreateAddressCorrectionDto
{
    public Guid ContactId { get; set; }
    [Required, StringLength(ContactConsts.MaxEmailLength)]
    public string Email { get; set; } = "";
}
