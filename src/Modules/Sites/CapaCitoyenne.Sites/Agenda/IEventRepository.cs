namespace CapaCitoyenne.Sites.Agenda;

internal interface IEventRepository : IRepository<Event, Guid>
{
    /// <summary>Events that are not over on that day, unsorted; at most <see cref="EventConsts.MaxUpcoming"/>.</summary>
    Task<List<Event>> GetUpcomingAsync(DateOnly today, bool onlyPublished);

    /// <summary>The newest one that is online, or that is not.</summary>
    Task<Event?> FindLatestAsync(bool isPublished);

    Task<int> CountUpcomingAsync(DateOnly today);

    /// <summary>Events that are over, the latest first.</summary>
    Task<List<Event>> GetOverAsync(DateOnly today, int skipCount, int maxResultCount);

    /// <summary>The titles alone, the latest first: to look through them.</summary>
    Task<List<(Guid Id, string Title)>> GetTitlesOfOverAsync(DateOnly today, int maxResultCount);

    /// <summary>Published events of which something may fall into these days; at most <paramref name="maxResultCount"/>, the latest first.</summary>
    Task<List<Event>> GetPublishedAsync(DateOnly from, DateOnly to, int maxResultCount);

    Task<int> CountOverAsync(DateOnly today);

    /// <summary>The headings of all events, by name.</summary>
    Task<List<(string Name, string Slug)>> GetCategoriesAsync(bool onlyPublished);

    /// <summary>Holds the event's sign-ups until the transaction ends: seats are given one after the other.</summary>
    /// <returns>The event as it is now, whatever was read of it before; null when it is gone.</returns>
    Task<Event?> HoldRegistrationsAsync(Guid eventId);
}

internal interface IRegistrationRepository : IRepository<Registration, Guid>
{
    /// <summary>Confirmed first, then waiting, each in order of arrival; not the cancelled ones.</summary>
    Task<List<Registration>> GetPageAsync(Guid eventId, DateOnly? day, int skipCount, int maxResultCount);

    Task<int> CountAsync(Guid eventId, DateOnly? day);

    /// <summary>People who come.</summary>
    Task<int> SumConfirmedAsync(Guid eventId, DateOnly day);

    /// <summary>People by day and state.</summary>
    Task<List<(DateOnly Day, RegistrationState State, int Persons)>> SumByDayAsync(Guid eventId, DateOnly from);

    /// <summary>Reads it anew, which matters once the event is held. False when it is gone.</summary>
    Task<bool> ReloadAsync(Registration registration);

    /// <summary>Who waits for something that is not over, in order of arrival.</summary>
    Task<List<Registration>> GetWaitingAsync(Guid eventId, DateOnly from);

    /// <summary>Sign-ups with an address for one date, cancelled ones left out.</summary>
    Task<List<Registration>> GetWithEmailAsync(Guid eventId, DateOnly day);

    /// <summary>An event, or one of its dates, is held on other days.</summary>
    Task MoveAsync(Guid eventId, DateOnly day, DateOnly newDay, DateOnly endDay);

    /// <summary>Of all spaces: sign-ups whose event is that long over. Returns how many.</summary>
    Task<int> ForgetAsync(DateOnly today);
}
