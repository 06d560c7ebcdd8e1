namespace CapaCitoyenne.Mailing.Measurement;

/// <summary>
/// How often one thing of one letter was asked for by people who agreed to be counted: a link, or the picture that is loaded when the letter is shown.
/// A sum and nothing else: no row says who, when, or in which order.
/// </summary>
internal sealed class LetterCounter : Entity<Guid>, IMultiTenant
{
    public const int MaxUrlLength = 2000;

    private LetterCounter() { }

    private LetterCounter(Guid id, Guid campaignId, int number, string? url) : base(id)
    {
        CampaignId = campaignId;
        Number = number;
        Url = url;
    }

    public static LetterCounter OfReadings(Guid id, Guid campaignId) => new(id, campaignId, 0, null);

    /// <param name="id">Stands in the signed links.</param>
    /// <param name="campaignId">The letter.</param>
    /// <param name="number">Place of the link in the letter, from 1.</param>
    /// <param name="url">Where it leads: the only place that its signed link ever leads to.</param>
    public static LetterCounter OfLink(Guid id, Guid campaignId, int number, string url) => new(id, campaignId, number, Check.Length(url, nameof(url), MaxUrlLength));

    public Guid? TenantId { get; private set; }

    public Guid CampaignId { get; private set; }

    /// <summary>0 = the readings.</summary>
    public int Number { get; private set; }

    /// <summary>Null = the readings.</summary>
    public string? Url { get; private set; }

    public int Count { get; private set; }
}
