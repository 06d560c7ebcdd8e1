namespace CapaCitoyenne.Mailing.Automation;

/// <summary>
/// A letter that goes to everybody who signs up for a list, some days later. It is a campaign whose audience comes one by one: the ledger's keys
/// make that nobody gets it twice, however often it is put to rest and started.
/// </summary>
internal sealed class WelcomeLetter : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private WelcomeLetter() { }

    public WelcomeLetter(Guid id, Guid campaignId, Guid listId, int delayDays) : base(id)
    {
        CampaignId = campaignId;
        ListId = listId;
        DelayDays = delayDays;
    }

    public Guid? TenantId { get; private set; }

    public Guid CampaignId { get; private set; }

    public Guid ListId { get; private set; }

    public int DelayDays { get; private set; }

    /// <summary>First start, UTC: who signed up before is not written to. Stays when it rests, so that nobody is left out who came meanwhile.</summary>
    public DateTime? Since { get; private set; }

    public void Delay(int days) => DelayDays = days;

    public void Start(DateTime now) => Since ??= now;

    public void Restore() => Undelete();
}
