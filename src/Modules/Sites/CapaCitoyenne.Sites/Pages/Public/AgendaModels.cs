namespace CapaCitoyenne.Sites.Pages.Public;

/// <summary>One time of an event in a list.</summary>
public sealed record PublicEventItem(string Title, string Url, string When, string Start, string? Place, string? Category, bool IsCancelled, string? Reason);

/// <summary>Events under one heading: a month, a place.</summary>
public sealed record PublicEventGroup(string? Heading, string? Text, PublicLink? Map, IReadOnlyList<PublicEventItem> Items);

/// <param name="Views">The other ways to look at the agenda.</param>
/// <param name="Calendar">Path of the calendar file of what is shown; null on pages that have none.</param>
public sealed record PublicAgendaModel(
    string Title, IReadOnlyList<PublicLink> Views, IReadOnlyList<PublicEventGroup> Groups, string Empty, PublicLink? Earlier, PublicLink? Later,
    IReadOnlyList<PublicLink> Categories, string? Calendar, string? WebCal);

public sealed record PublicMonthModel(
    string Title, IReadOnlyList<PublicLink> Views, IReadOnlyList<string> Weekdays, IReadOnlyList<IReadOnlyList<PublicMonthDay>> Weeks, PublicLink? Earlier, PublicLink? Later,
    bool IsEmpty);

/// <param name="Number">Empty for a day of another month.</param>
/// <param name="Label">The whole date, for those who do not see the table's shape.</param>
public sealed record PublicMonthDay(string Number, string Label, bool IsToday, IReadOnlyList<PublicEventItem> Items);

/// <param name="Dates">Times to come of a repeated event.</param>
public sealed record PublicEventModel(
    string Title, string When, string Start, string? Category, PublicLink? CategoryLink, bool IsCancelled, string? Reason, string Html, string? PlaceName, string? PlaceAddress,
    string? MapUrl, string? RemoteUrl, IReadOnlyList<PublicEventItem> Dates, string Calendar, RegistrationFormModel? Registration);

/// <summary>The form by which people say that they come, filled in as it was sent when something is wrong.</summary>
/// <param name="Dates">Choices of a repeated event, by the day that names them.</param>
/// <param name="Errors">By field: <c>nom</c>, <c>email</c>, <c>personnes</c>, <c>message</c>, <c>date</c>.</param>
/// <param name="OffersWaiting">There are seats, and not for all of them: they may wait together.</param>
public sealed record RegistrationFormModel(
    Guid EventId, string Token, string Title, IReadOnlyList<RegistrationChoice> Dates, int MaxPersons, int RetentionDays, int? Seats, RegistrationAnswers Answers,
    IReadOnlyDictionary<string, string> Errors, bool OffersWaiting)
{
    /// <summary>Sent by the button that prefers the waiting list.</summary>
    public const string WaitField = "attente";
}

/// <param name="IsFull">Who signs up now is put on the waiting list.</param>
public sealed record RegistrationChoice(string Day, string When, bool IsFull);

public sealed record RegistrationAnswers(string? Name = null, string? Email = null, string? Persons = null, string? Message = null, string? Day = null);
