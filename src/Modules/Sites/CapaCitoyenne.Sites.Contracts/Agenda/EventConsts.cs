namespace CapaCitoyenne.Sites.Agenda;

/// <summary>Limits of events and of signing up for them.</summary>
public static class EventConsts
{
    public const int MaxTitleLength = 160;
    public const int MaxSlugLength = 80;

    /// <summary>Characters of the description, in Markdown.</summary>
    public const int MaxMarkdownLength = 10_000;

    /// <summary>Characters of a name in calendars that comes from elsewhere.</summary>
    public const int MaxUidLength = 200;

    public const int MaxPlaceNameLength = 160;
    public const int MaxPlaceAddressLength = 300;
    public const int MaxUrlLength = 500;
    public const int MaxCategoryLength = 60;
    public const int MaxReasonLength = 300;
    public const int MaxAltLength = 300;

    /// <summary>Events of one space that are not over.</summary>
    public const int MaxUpcoming = 500;

    /// <summary>How often a repeated event takes place, when it is counted.</summary>
    public const int MaxCount = 400;

    /// <summary>Dates of one event that differ from its rhythm.</summary>
    public const int MaxChanges = 200;

    /// <summary>An event lasts at most that many days.</summary>
    public const int MaxDays = 60;

    public const int MaxSeats = 100_000;

    /// <summary>People in one sign-up.</summary>
    public const int MaxPersons = 50;

    public const int MaxNameLength = 120;
    public const int MaxEmailLength = 254;
    public const int MaxMessageLength = 2000;

    /// <summary>Sign-ups that one space takes in from its site, so that a machine does not fill it.</summary>
    public const int MaxRegistrationsPerHour = 200;

    /// <summary>Days after the event until who came is forgotten, when nothing else is chosen.</summary>
    public const int DefaultRetentionDays = 30;

    /// <summary>The choices for it.</summary>
    public static IReadOnlyList<int> RetentionDays { get; } = [7, 30, 90, 365];
}

/// <summary>How an event comes back.</summary>
public enum RecurrenceKind
{
    /// <summary>On weekdays, every so many weeks.</summary>
    Weekly,

    /// <summary>On the first, second, third, fourth or last such weekday of the month, after the first date.</summary>
    MonthlyByWeekday,

    /// <summary>On the same day of the month; months that are too short are left out.</summary>
    MonthlyByDate,
}

/// <summary>What one date of a repeated event is instead of its rhythm.</summary>
public enum EventChangeKind
{
    /// <summary>Taken out: it is not shown at all.</summary>
    Removed,

    /// <summary>Does not take place; stays listed, with the reason.</summary>
    Cancelled,

    /// <summary>Takes place at another time.</summary>
    Moved,
}

public enum RegistrationState
{
    Confirmed,

    /// <summary>On the waiting list.</summary>
    Waiting,

    Cancelled,
}
