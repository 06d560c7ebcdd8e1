using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Validation;
using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>
/// Something that takes place, once or again and again. Its address and its name in calendars (<see cref="Uid"/>) stay; every change that
/// calendars should take over raises <see cref="Sequence"/>.
/// </summary>
internal sealed class Event : FullAuditedAggregateRoot<Guid>, IMultiTenant, IShowsMedia
{
    public const string UrnScheme = "event";

    /// <summary>Where the agenda of every site is.</summary>
    public const string Folder = "/agenda";

    private Event() { }

    public Event(Guid id, Guid tenantId, string title, string slug, EventTimes times) : base(id)
    {
        TenantId = tenantId;
        Title = Check.NotNullOrWhiteSpace(title, nameof(title), EventConsts.MaxTitleLength).Trim();
        Slug = slug;
        Times = times.Checked();
        EndLastDay();
    }

    public Guid? TenantId { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Unique in the space; stays once the event was online.</summary>
    public string Slug { get; private set; } = "";

    public string? Markdown { get; private set; }

    public EventTimes Times { get; private set; } = null!;

    public Recurrence? Recurrence { get; private set; }

    public IReadOnlyList<EventChange> Changes { get; private set; } = [];

    /// <summary>The last day of the last time it takes place; null when it comes back without end. For queries.</summary>
    public DateOnly? LastDay { get; private set; }

    public string? PlaceName { get; private set; }

    public string? PlaceAddress { get; private set; }

    public string? RemoteUrl { get; private set; }

    /// <summary>Where people go, on one line.</summary>
    public string Place => string.Join(", ", new[] { PlaceName, PlaceAddress, RemoteUrl }.OfType<string>()).ReplaceLineEndings(", ");

    public string? Category { get; private set; }

    public string? CategorySlug { get; private set; }

    public Guid? ImageId { get; private set; }

    public string? ImageAlt { get; private set; }

    /// <summary>Said by a person: the picture tells nothing that has to be described.</summary>
    public bool ImageIsDecorative { get; private set; }

    /// <summary>The code of what keeps the picture from being shown to those who would not see it; null when nothing does.</summary>
    public string? ImageFault => ImageId is null || ImageIsDecorative ? null
        : ImageAlt is null ? SitesErrorCodes.EventImageAltMissing
        : AltText.IsFileName(ImageAlt) ? SitesErrorCodes.MediaAltIsFileName : null;

    public bool IsPublished { get; private set; }

    /// <summary>When it first went online (UTC).</summary>
    public DateTime? PublishedTime { get; private set; }

    public bool IsCancelled { get; private set; }

    public string? CancellationReason { get; private set; }

    public int Sequence { get; private set; }

    /// <summary>When what calendars show last changed (UTC).</summary>
    public DateTime ChangeTime { get; private set; }

    public bool HasRegistration { get; private set; }

    /// <summary>People who may come, each time; null when as many as like.</summary>
    public int? Seats { get; private set; }

    public int MaxPersons { get; private set; } = 1;

    /// <summary>People whom one sign-up may bring: for more than there are seats nobody would ever find room.</summary>
    public int LargestParty => Math.Min(MaxPersons, Seats ?? MaxPersons);

    /// <summary>Days after which who came is forgotten.</summary>
    public int RetentionDays { get; private set; } = EventConsts.DefaultRetentionDays;

    /// <summary>Raised in place by the repository with each sign-up: whoever writes it holds the row until the end of the transaction.</summary>
    public long RegistrationTicket { get; private set; }

    public string Path => Folder + "/" + Slug;

    /// <summary>The name that calendars know it by, when it came with an archive from another space; null: one made from its id.</summary>
    public string? OriginalUid { get; private set; }

    /// <summary>Its name in calendars (RFC 5545, 3.8.4.7): never changes, not even by a move to another space.</summary>
    public string Uid => OriginalUid ?? UidOf(Id);

    public static string UidOf(Guid id) => id.ToString("D") + "@capacitoyenne";

    public bool WasPublished => PublishedTime is not null;

    public IReadOnlyCollection<Guid> FindMedia() => MediaUrns.In(Markdown, ImageId is { } id ? Urn.Of("media", id) : null);

    public void Describe(string title, string slug, string? markdown, string? category, string? categorySlug)
    {
        Title = Check.NotNullOrWhiteSpace(title, nameof(title), EventConsts.MaxTitleLength).Trim();
        if (!WasPublished) Slug = slug;
        Markdown = Clean(markdown, EventConsts.MaxMarkdownLength);
        Category = Clean(category, EventConsts.MaxCategoryLength);
        CategorySlug = Category is null ? null : categorySlug;
    }

    /// <param name="alt">What is to be seen; left out when the picture is decorative.</param>
    /// <exception cref="BusinessException">EventImageAltMissing, MediaAltIsFileName: it is online, and the picture would be.</exception>
    public void Picture(Guid? imageId, string? alt, bool isDecorative)
    {
        ImageId = imageId;
        ImageIsDecorative = imageId is not null && isDecorative;
        ImageAlt = imageId is null || isDecorative ? null : Clean(alt, EventConsts.MaxAltLength);
        if (IsPublished) CheckPicture();
    }

    /// <exception cref="BusinessException">EventUrlInvalid; EventPlaceMissing: it is online.</exception>
    public void Locate(string? placeName, string? placeAddress, string? remoteUrl)
    {
        PlaceName = Clean(placeName, EventConsts.MaxPlaceNameLength);
        PlaceAddress = Clean(placeAddress, EventConsts.MaxPlaceAddressLength);
        RemoteUrl = Clean(remoteUrl, EventConsts.MaxUrlLength);
        if (RemoteUrl is not null && !(Uri.TryCreate(RemoteUrl, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
            throw new BusinessException(SitesErrorCodes.EventUrlInvalid).WithData("Url", RemoteUrl);
        if (IsPublished) CheckPlace();
    }

    /// <summary>Dates that differed from the old rhythm and are not dates of the new one are forgotten.</summary>
    /// <exception cref="BusinessException">EventTimesInvalid, EventRecurrenceInvalid.</exception>
    public void Schedule(EventTimes times, Recurrence? recurrence)
    {
        Times = times.Checked();
        Recurrence = recurrence?.StartingOn(times.StartDay);
        Changes = Recurrence is null ? [] : [.. Changes.Where(change => BeginsOn(change.Day))];
        EndLastDay();
    }

    /// <summary>Changes one date; with null it goes back to the rhythm.</summary>
    /// <exception cref="BusinessException">EventOccurrenceUnknown, EventTimesInvalid, TooManyEventChanges.</exception>
    public void ChangeOccurrence(DateOnly day, EventChange? change)
    {
        if (Recurrence is null || !BeginsOn(day)) throw new BusinessException(SitesErrorCodes.EventOccurrenceUnknown).WithData("Day", day);
        change?.Times?.Checked();
        var others = Changes.Where(known => known.Day != day);
        Changes = change is null ? [.. others] : [.. others.Append(change).OrderBy(known => known.Day)];
        if (Changes.Count > EventConsts.MaxChanges) throw new BusinessException(SitesErrorCodes.TooManyEventChanges).WithData("Max", EventConsts.MaxChanges);
        EndLastDay();
    }

    /// <exception cref="BusinessException">RetentionInvalid.</exception>
    public void SetRegistration(bool hasRegistration, int? seats, int maxPersons, int retentionDays)
    {
        if (!EventConsts.RetentionDays.Contains(retentionDays))
            throw new BusinessException(SitesErrorCodes.RetentionInvalid).WithData("Choices", string.Join(", ", EventConsts.RetentionDays));
        (HasRegistration, Seats, MaxPersons, RetentionDays) = (hasRegistration, seats, maxPersons, retentionDays);
    }

    /// <summary>To be called after every change that calendars should take over.</summary>
    public void Changed(DateTime now)
    {
        Sequence++;
        ChangeTime = now;
        if (IsPublished) AddDistributedEvent(new TaskStateChangedEto { TenantId = TenantId!.Value, TaskName = TaskNames.EventPublished });
    }

    /// <exception cref="BusinessException">EventPlaceMissing, EventImageAltMissing, MediaAltIsFileName.</exception>
    public void Publish(DateTime now)
    {
        CheckPlace();
        CheckPicture();
        IsPublished = true;
        PublishedTime ??= now;
    }

    public void Unpublish() => IsPublished = false;

    /// <summary>As it was in the archive that it comes from.</summary>
    /// <param name="uid">Its name in calendars there; null: one of its own.</param>
    /// <param name="publishedTime">When it first went online there (UTC); null keeps its address open.</param>
    public void TakeOver(string? uid, bool isPublished, DateTime? publishedTime, int sequence, DateTime changeTime, DateTime now)
    {
        OriginalUid = uid == UidOf(Id) ? null : Clean(uid, EventConsts.MaxUidLength);
        if (isPublished) Publish(publishedTime ?? now);
        else PublishedTime = publishedTime;
        Changed(changeTime);
        Sequence = Math.Max(0, sequence);
    }

    public void Cancel(string? reason)
    {
        IsCancelled = true;
        CancellationReason = Clean(reason, EventConsts.MaxReasonLength);
    }

    public void Restore()
    {
        IsCancelled = false;
        CancellationReason = null;
    }

    /// <exception cref="BusinessException">EventWasPublished.</exception>
    public void PrepareDeletion()
    {
        if (WasPublished) throw new BusinessException(SitesErrorCodes.EventWasPublished);
        Slug = Slug + "~" + Id.ToString("N");
    }

    /// <summary>The times it takes place that touch the days from <paramref name="from"/> to <paramref name="to"/>, the next first; not those that were taken out.</summary>
    public IEnumerable<Occurrence> Occurrences(DateOnly from, DateOnly to)
    {
        // A date that was moved may come before its turn.
        var last = Changes.Where(change => change.Times?.StartDay <= to).Select(change => change.Day).Append(to).Max();
        return DaysUntil(last).Select(Occurrence)
            .Where(occurrence => occurrence.Change?.Kind != EventChangeKind.Removed && occurrence.Times.StartDay <= to && occurrence.Times.EndDay >= from)
            .OrderBy(occurrence => occurrence.Times.StartDay).ThenBy(occurrence => occurrence.Times.StartTime);
    }

    /// <summary>The time that begins on that day by the rhythm; null when none does, or when it was taken out.</summary>
    public Occurrence? FindOccurrence(DateOnly day) => BeginsOn(day) && Occurrence(day) is { Change: not { Kind: EventChangeKind.Removed } } found ? found : null;

    /// <summary>The same, null as well when it was called off, that time or altogether.</summary>
    public Occurrence? FindHeld(DateOnly day) => !IsCancelled && FindOccurrence(day) is { IsCancelled: false } found ? found : null;

    /// <summary>Whether people may sign up for the time that begins on that day by the rhythm, or move up to it from the waiting list.</summary>
    public bool IsOpen(DateOnly day, DateTime now) => HasRegistration && FindHeld(day) is { } held && held.Times.EndUtc > now;

    /// <summary>Whether that is a day on which it begins by the rhythm, whatever was changed.</summary>
    public bool BeginsOn(DateOnly day) => Recurrence?.Includes(Times.StartDay, day) ?? day == Times.StartDay;

    /// <summary>Days on which it begins by the rhythm, whatever was changed.</summary>
    public IEnumerable<DateOnly> DaysUntil(DateOnly last)
        => Recurrence is null ? Times.StartDay <= last ? [Times.StartDay] : [] : Recurrence.Days(Times.StartDay).TakeWhile(day => day <= last);

    public Occurrence Occurrence(DateOnly day)
    {
        var change = Changes.FirstOrDefault(known => known.Day == day);
        return new(day, change?.Times ?? Times.On(day), change);
    }

    private void CheckPlace()
    {
        if (PlaceName is null && PlaceAddress is null && RemoteUrl is null) throw new BusinessException(SitesErrorCodes.EventPlaceMissing);
    }

    private void CheckPicture()
    {
        if (ImageFault is { } code) throw new BusinessException(code).WithData("Text", ImageAlt ?? "");
    }

    private void EndLastDay()
    {
        if (Recurrence is null) LastDay = Times.EndDay;
        else if (Recurrence.IsEndless) LastDay = null;
        else
        {
            var days = Recurrence.Days(Times.StartDay).Take(EventConsts.MaxCount * 10).ToList();
            if (days.Count == 0) throw new BusinessException(SitesErrorCodes.EventRecurrenceInvalid);
            LastDay = days.Select(day => Occurrence(day).Times.EndDay).Max();
        }
    }

    private static string? Clean(string? text, int maxLength)
        => string.IsNullOrWhiteSpace(text) ? null : Check.Length(text.Trim(), nameof(text), maxLength);
}
