using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Sites.Imports.Markdown;

/// <summary>An event in the archive: its text in Markdown, the rest before it. Who signed up is not in it.</summary>
internal sealed class EventFile
{
    private const string Fence = "---\n";

    public string Title { get; set; } = "";
    public string Slug { get; set; } = "";

    /// <summary>Online when it was written down.</summary>
    public bool Online { get; set; }

    /// <summary>When it first went online (UTC).</summary>
    public DateTime? Published { get; set; }
    public TimesEntry Times { get; set; } = new();
    public RecurrenceEntry? Recurrence { get; set; }
    public List<ChangeEntry> Changes { get; set; } = [];
    public string? PlaceName { get; set; }
    public string? PlaceAddress { get; set; }
    public string? RemoteUrl { get; set; }
    public string? Category { get; set; }

    /// <summary>Its name beside this file, or <c>media:…</c>.</summary>
    public string? Image { get; set; }
    public string? ImageAlt { get; set; }
    public bool ImageIsDecorative { get; set; }
    public bool Cancelled { get; set; }
    public string? CancellationReason { get; set; }

    /// <summary>As calendars know it; absent in older archives.</summary>
    public string? Uid { get; set; }
    public int Sequence { get; set; }
    public DateTime? Changed { get; set; }
    public bool Registration { get; set; }
    public int? Seats { get; set; }
    public int MaxPersons { get; set; }
    public int RetentionDays { get; set; }

    [YamlDotNet.Serialization.YamlIgnore]
    public string? Markdown { get; set; }

    public static EventFile Of(Event one) => new()
    {
        Title = one.Title, Slug = one.Slug, Online = one.IsPublished, Published = Utc(one.PublishedTime), Times = TimesEntry.Of(one.Times),
        Recurrence = one.Recurrence is not { } r ? null : new() { Kind = r.Kind, Interval = r.Interval, Weekdays = [.. r.Weekdays], IsLast = r.IsLast, Until = r.Until, Count = r.Count },
        Changes = [.. one.Changes.Select(change => new ChangeEntry { Day = change.Day, Kind = change.Kind.ToString(), Reason = change.Reason, Times = change.Times is null ? null : TimesEntry.Of(change.Times) })],
        PlaceName = one.PlaceName, PlaceAddress = one.PlaceAddress, RemoteUrl = one.RemoteUrl, Category = one.Category, Image = one.ImageId is { } image ? Urn.Of("media", image) : null,
        ImageAlt = one.ImageAlt, ImageIsDecorative = one.ImageIsDecorative, Cancelled = one.IsCancelled, CancellationReason = one.CancellationReason, Uid = one.Uid,
        Sequence = one.Sequence, Changed = Utc(one.ChangeTime), Registration = one.HasRegistration, Seats = one.Seats, MaxPersons = one.MaxPersons, RetentionDays = one.RetentionDays, Markdown = one.Markdown,
    };

    public string Write() => Fence + ArchiveYaml.Write(this) + Fence + Markdown;

    /// <exception cref="BusinessException">ImportFileUnreadable, with the line.</exception>
    public static EventFile Read(string text)
    {
        if (text.StartsWith("---\r\n", StringComparison.Ordinal)) text = text.ReplaceLineEndings("\n");
        var end = text.IndexOf("\n" + Fence, StringComparison.Ordinal);
        if (!text.StartsWith(Fence, StringComparison.Ordinal) || end < 0) throw new BusinessException(SitesTransferErrorCodes.ImportFileUnreadable).WithData("Line", 1);
        var file = ArchiveYaml.Read<EventFile>(text[Fence.Length..(end + 1)]);
        file.Markdown = text[(end + 1 + Fence.Length)..] is { Length: > 0 } markdown ? markdown : null;
        return file;
    }

    // SQLite gives times back without saying that they are UTC.
    private static DateTime? Utc(DateTime? time) => time is { } known ? DateTime.SpecifyKind(known, DateTimeKind.Utc) : null;

    internal sealed class TimesEntry
    {
        public DateOnly StartDay { get; set; }
        public TimeOnly? StartTime { get; set; }
        public DateOnly EndDay { get; set; }
        public TimeOnly? EndTime { get; set; }

        public static TimesEntry Of(EventTimes times) => new() { StartDay = times.StartDay, StartTime = times.StartTime, EndDay = times.EndDay, EndTime = times.EndTime };

        public EventTimes ToTimes() => new(StartDay, StartTime, EndDay, EndTime);
    }

    internal sealed class RecurrenceEntry
    {
        public RecurrenceKind Kind { get; set; }
        public int Interval { get; set; } = 1;
        public List<DayOfWeek> Weekdays { get; set; } = [];
        public bool IsLast { get; set; }
        public DateOnly? Until { get; set; }
        public int? Count { get; set; }

        public Recurrence ToRecurrence() => new(Kind, Interval, Weekdays, IsLast, Until, Count);
    }

    internal sealed class ChangeEntry
    {
        public DateOnly Day { get; set; }
        public string Kind { get; set; } = "";
        public string? Reason { get; set; }
        public TimesEntry? Times { get; set; }

        public EventChange ToChange() => new(Day, Enum.TryParse<EventChangeKind>(Kind, out var kind) ? kind : EventChangeKind.Cancelled, Reason, Times?.ToTimes());
    }
}
