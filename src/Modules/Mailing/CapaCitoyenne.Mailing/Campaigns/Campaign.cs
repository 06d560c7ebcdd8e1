using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery.Transports;
using CapaCitoyenne.Mailing.Templates;
using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Mailing.Campaigns;

/// <summary>
/// One newsletter that is sent once. Written while it is a draft; from the order to send on, its content does not change, so that all
/// recipients get the same letter.
/// </summary>
internal sealed class Campaign : FullAuditedAggregateRoot<Guid>, IMultiTenant, IShowsMedia
{
    private Campaign() { }

    public Campaign(Guid id, string name, string subject, string content, string language, ConsentPurpose purpose, IEnumerable<Guid> listIds) : base(id)
    {
        Name = name;
        Subject = subject;
        ContentJson = content;
        Language = language;
        Purpose = purpose.EnsureOfLetters();
        ListIds = [.. listIds.Distinct()];
    }

    /// <summary>A letter that starts from a template.</summary>
    public static Campaign From(Guid id, LetterDraft draft, string name, IEnumerable<Guid> listIds, CampaignKind kind = CampaignKind.Letter) =>
        new(id, name, draft.Subject, draft.Content, draft.Language, draft.Purpose, listIds) { PreviewText = draft.PreviewText, Kind = kind };

    public Guid? TenantId { get; private set; }

    public CampaignKind Kind { get; private set; }

    /// <summary>The digest that wrote it, with the instant it was due (UTC): one letter for each.</summary>
    public Guid? DigestId { get; private set; }

    public DateTime? DigestTime { get; private set; }

    /// <summary>Shown in the archive of the site once it was sent.</summary>
    public bool IsInArchive { get; private set; }

    public string Name { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string? PreviewText { get; private set; }

    public string? FromName { get; private set; }

    public string? ReplyTo { get; private set; }

    public ConsentPurpose Purpose { get; private set; }

    public string Language { get; private set; } = "fr";

    public List<Guid> ListIds { get; private set; } = [];

    /// <summary>Of the lists (or the whole book), only who is in this segment; null = all.</summary>
    public Guid? SegmentId { get; private set; }

    /// <summary>The segment's rule at the order to send: all batches freeze the same people, whatever becomes of the segment.</summary>
    public string? SegmentRuleJson { get; private set; }

    /// <summary>A page/1 document.</summary>
    public string ContentJson { get; private set; } = "";

    public CampaignStatus Status { get; private set; }

    /// <summary>What a pause interrupted.</summary>
    public CampaignStatus? PausedStatus { get; private set; }

    /// <summary>A localization key and, after a bar, the provider's words.</summary>
    public string? PauseReason { get; private set; }

    public DateTime? ScheduledTime { get; private set; }

    public DateTime? SentTime { get; private set; }

    /// <summary>Until then the provider holds the last batch, and the letter can be called back; null when it left at once.</summary>
    public DateTime? RecallableUntil { get; private set; }

    public DateTime? LastTestTime { get; private set; }

    /// <summary>The letter as it leaves, with its personalisation still open; written when the campaign starts.</summary>
    public string? RenderedSubject { get; private set; }

    public string? RenderedHtml { get; private set; }

    public string? RenderedText { get; private set; }

    /// <summary>The last contact that was written into the ledger.</summary>
    public Guid FreezeCursor { get; private set; }

    public int ChunkCount { get; private set; }

    public int RecipientCount { get; private set; }

    /// <summary>The letter whose recipients that never got it this one is for; it has no other audience.</summary>
    public Guid? ResendOfId { get; private set; }

    /// <summary>Those of whom it is not known whether they got it are written to as well.</summary>
    public bool ResendsDoubt { get; private set; }

    /// <summary>Who wrote the letter last; null as long as it is as it was made.</summary>
    public Guid? WriterId { get; private set; }

    /// <summary>Whose text it is: this person does not approve it.</summary>
    public Guid? AuthorId => WriterId ?? CreatorId;

    public bool HasLeft => Status is CampaignStatus.Sent or CampaignStatus.Cancelled && RecipientCount > 0;

    /// <summary>Its last batch has left us, and no provider holds it back for its hour any more: nobody reads it elsewhere before.</summary>
    /// <param name="now">UTC.</param>
    public bool HasGoneOutAt(DateTime now) => Status == CampaignStatus.Sent && !(now < RecallableUntil + SendGridTransport.CancelMargin);

    public bool IsEditable => Status == CampaignStatus.Draft;

    public void Write(string name, string subject, string content, ConsentPurpose purpose, IEnumerable<Guid> listIds)
    {
        EnsureEditable();
        Name = name;
        Subject = subject;
        ContentJson = content;
        Purpose = purpose.EnsureOfLetters();
        // Those whom the first letter missed are looked for among its own people.
        if (ResendOfId is null) ListIds = [.. listIds.Distinct()];
    }

    public void Address(string? previewText, string? fromName, string? replyTo, string language)
    {
        EnsureEditable();
        PreviewText = previewText;
        FromName = fromName;
        ReplyTo = replyTo;
        Language = language;
    }

    public IReadOnlyCollection<Guid> FindMedia() => MediaUrns.In(ContentJson);

    public LetterDraft ToDraft() => new(Subject, PreviewText, ContentJson, Purpose, Language);

    /// <summary>The same for the same letter to the same people; what somebody approves.</summary>
    /// <param name="segmentRule">The rule of <see cref="SegmentId"/>, for it says who they are; null without a segment.</param>
    public string Fingerprint(string? segmentRule) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
        new object?[] { Subject, PreviewText, FromName, ReplyTo, Purpose, Language, ListIds.Order(), SegmentId, segmentRule, ContentJson }))));

    /// <summary>What was written since, this person wrote. A test, a place in the archive or an unchanged text make nobody its author.</summary>
    public void SignBy(Guid? writerId) => WriterId = writerId;

    public void ShowInArchive(bool isInArchive) => IsInArchive = isInArchive;

    public void ComeFrom(Guid digestId, DateTime due)
    {
        Kind = CampaignKind.Digest;
        DigestId = digestId;
        DigestTime = due;
    }

    /// <summary>The same letter as a draft, for those whom it did not reach and who have not left its lists since.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.CampaignNotSent"/>: while it is on its way nobody can say who will get it.</exception>
    public Campaign Again(Guid id, string name, bool withDoubt)
    {
        if (!HasLeft) throw new BusinessException(MailingErrorCodes.CampaignNotSent);
        var again = new Campaign(id, name, Subject, ContentJson, Language, Purpose, ListIds) { TenantId = TenantId, ResendOfId = Id, ResendsDoubt = withDoubt };
        again.Address(PreviewText, FromName, ReplyTo, Language);
        return again;
    }

    public void Narrow(Guid? segmentId)
    {
        EnsureEditable();
        SegmentId = segmentId;
        SegmentRuleJson = null;
    }

    /// <summary>Writes the rule of <see cref="SegmentId"/> down, with the order to send.</summary>
    public void KeepSegmentRule(string? ruleJson)
    {
        EnsureEditable();
        SegmentRuleJson = ruleJson;
    }

    /// <summary>The order to send: the letter leaves at <paramref name="time"/>.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.WelcomeIsStarted"/>: its recipients come by themselves.</exception>
    public void Order(DateTime time)
    {
        EnsureEditable();
        if (Kind == CampaignKind.Welcome) throw new BusinessException(MailingErrorCodes.WelcomeIsStarted);
        Status = CampaignStatus.Scheduled;
        ScheduledTime = time;
    }

    public void BeginFreezing(string subject, string html, string text)
    {
        Status = CampaignStatus.Freezing;
        RenderedSubject = subject;
        RenderedHtml = html;
        RenderedText = text;
    }

    public void Froze(Guid cursor, int recipients, int lastChunk)
    {
        FreezeCursor = cursor;
        RecipientCount += recipients;
        ChunkCount = lastChunk;
    }

    /// <summary>A welcome letter is at work from now on: its recipients are written down one by one.</summary>
    public void BeginWelcoming(string subject, string html, string text)
    {
        EnsureEditable();
        BeginFreezing(subject, html, text);
        BeginSending();
    }

    /// <summary>To rest: a draft that can be written on. Who is written down already gets the letter after the next start.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.CampaignCannotPause"/>.</exception>
    public void EndWelcoming()
    {
        if (Kind != CampaignKind.Welcome || Status is not (CampaignStatus.Sending or CampaignStatus.Paused)) throw new BusinessException(MailingErrorCodes.CampaignCannotPause);
        Status = CampaignStatus.Draft;
        PausedStatus = null;
        PauseReason = null;
    }

    /// <summary>No welcome letter any more, but one that is sent as soon as no batch of it is under way. Who is still queued is for the caller to cancel.</summary>
    public void CloseWelcoming()
    {
        EnsureEditable();
        Kind = CampaignKind.Letter;
        BeginSending();
    }

    /// <summary>A welcome letter at rest again, after <see cref="CloseWelcoming"/> was a mistake.</summary>
    public void ReopenWelcoming()
    {
        Kind = CampaignKind.Welcome;
        Status = CampaignStatus.Draft;
        (SentTime, RecallableUntil, PausedStatus, PauseReason) = (null, null, null, null);
    }

    public void BeginSending() => Status = CampaignStatus.Sending;

    /// <param name="now">UTC.</param>
    /// <param name="recallableUntil">See <see cref="RecallableUntil"/>.</param>
    public void Finish(DateTime now, DateTime? recallableUntil = null)
    {
        Status = CampaignStatus.Sent;
        SentTime = now;
        RecallableUntil = recallableUntil;
        if (TenantId is { } space) AddDistributedEvent(new TaskStateChangedEto { TenantId = space, TaskName = TaskNames.LetterSent });
    }

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.CampaignCannotPause"/>.</exception>
    public void Pause(string? reason = null)
    {
        if (Status is not (CampaignStatus.Scheduled or CampaignStatus.Freezing or CampaignStatus.Sending))
            throw new BusinessException(MailingErrorCodes.CampaignCannotPause);
        PausedStatus = Status;
        Status = CampaignStatus.Paused;
        PauseReason = reason is { Length: > CampaignConsts.MaxReasonLength } ? reason[..CampaignConsts.MaxReasonLength] : reason;
    }

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.CampaignCannotResume"/>.</exception>
    public void Resume()
    {
        if (Status != CampaignStatus.Paused) throw new BusinessException(MailingErrorCodes.CampaignCannotResume);
        Status = PausedStatus ?? CampaignStatus.Sending;
        PausedStatus = null;
        PauseReason = null;
    }

    /// <summary>
    /// Back to a draft when nothing has left; otherwise the rest will not be written to, nor whose batch the provider still holds. A letter
    /// that is sent can be cancelled while it is <see cref="RecallableUntil">recallable</see>. A welcome letter is put to rest instead.
    /// </summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.CampaignCannotCancel"/>.</exception>
    public void Cancel(DateTime now)
    {
        if (Kind == CampaignKind.Welcome || Status is CampaignStatus.Draft or CampaignStatus.Cancelled || (Status == CampaignStatus.Sent && !(now < RecallableUntil)))
            throw new BusinessException(MailingErrorCodes.CampaignCannotCancel);
        var nothingLeft = (PausedStatus ?? Status) == CampaignStatus.Scheduled;
        Status = nothingLeft ? CampaignStatus.Draft : CampaignStatus.Cancelled;
        if (nothingLeft) (ScheduledTime, SegmentRuleJson) = (null, null);
        PausedStatus = null;
        PauseReason = null;
    }

    public void Restore() => Undelete();

    private void EnsureEditable()
    {
        if (!IsEditable) throw new BusinessException(MailingErrorCodes.CampaignNotEditable);
    }
}
