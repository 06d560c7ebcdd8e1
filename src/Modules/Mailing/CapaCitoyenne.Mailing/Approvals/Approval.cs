using CapaCitoyenne.Mailing.Campaigns;

namespace CapaCitoyenne.Mailing.Approvals;

/// <summary>
/// What a second person said of a letter; its id is the campaign's. It counts for one version only: the fingerprint of the letter is kept, and any
/// change of the letter makes another one.
/// </summary>
internal sealed class Approval : Entity<Guid>, IMultiTenant
{
    private Approval() { }

    public Approval(Guid campaignId) : base(campaignId) { }

    public Guid? TenantId { get; private set; }

    public ApprovalState State { get; private set; }

    public string Fingerprint { get; private set; } = "";

    public Guid? AskedBy { get; private set; }

    public DateTime? AskedTime { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    public DateTime? AnsweredTime { get; private set; }

    public string? Word { get; private set; }

    /// <summary>What it is worth for the letter as it is now; a word what to change is still shown while the letter is being changed.</summary>
    public ApprovalState StateFor(string fingerprint) => State == ApprovalState.SentBack || Fingerprint == fingerprint ? State : ApprovalState.None;

    public void Ask(string fingerprint, Guid userId, DateTime now)
    {
        State = ApprovalState.Asked;
        Fingerprint = fingerprint;
        (AskedBy, AskedTime) = (userId, now);
        (AnsweredBy, AnsweredTime, Word) = (null, null, null);
    }

    /// <param name="fingerprint">Of the letter as it is now.</param>
    /// <param name="word">What is to be changed; null = nothing, the letter is approved.</param>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.ApprovalNotAsked"/>, <see cref="MailingErrorCodes.ApprovalOfOneself"/>.</exception>
    public void Answer(Campaign campaign, string fingerprint, Guid userId, string? word, DateTime now)
    {
        if (StateFor(fingerprint) != ApprovalState.Asked) throw new BusinessException(MailingErrorCodes.ApprovalNotAsked);
        if (!MayAnswer(campaign, userId)) throw new BusinessException(MailingErrorCodes.ApprovalOfOneself);
        State = word is null ? ApprovalState.Approved : ApprovalState.SentBack;
        (AnsweredBy, AnsweredTime, Word) = (userId, now, word?.Trim());
    }

    /// <summary>Who asked, or wrote the letter last, does not answer.</summary>
    public bool MayAnswer(Campaign campaign, Guid userId) => userId != AskedBy && userId != campaign.AuthorId;
}
