using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>
/// Gives seats. All that changes who comes to an event holds the event's row first, so that two people who sign up at once, on whatever
/// node, are looked at one after the other: seats are never given twice.
/// </summary>
internal sealed class RegistrationManager(
    IEventRepository events, IRegistrationRepository registrations, RegistrationMailer mailer, KnownRegistrationLimit reminders, EventWording wording,
    SiteManager siteManager) : DomainService
{
    private const int MaxDatesSaid = 5;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan SentTwice = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The organiser enters somebody: confirmed while there are seats for all of them, otherwise on the waiting list. The same name and number of people
    /// with the same address are left as they are.
    /// </summary>
    /// <exception cref="BusinessException">
    /// RegistrationClosed, RegistrationTooManyPersons, EventOccurrenceUnknown; RegistrationKnown when the address signed up otherwise for this time.
    /// </exception>
    public async Task<Registration> RegisterAsync(Guid eventId, DateOnly day, string name, string? email, int persons, string? message)
    {
        var room = await HoldAsync(eventId, day, persons);
        if (await FindKnownAsync(room, email) is not { } known) return await AddAsync(room, name, email, persons, message);
        return known.IsSame(name, persons) ? known : throw new BusinessException(SitesErrorCodes.RegistrationKnown);
    }

    /// <summary>
    /// A reader of the site signs up. Nobody learns from the answer whether an address is coming already: that is written to the address itself. Only
    /// what is sent again within ten minutes gets the same answer again.
    /// </summary>
    /// <param name="mayWait">All of them would go on the waiting list, though there are seats for some.</param>
    /// <exception cref="BusinessException">RegistrationClosed, RegistrationTooManyPersons, EventOccurrenceUnknown, TooManyRegistrations.</exception>
    public async Task<SignUpAnswer> SignUpAsync(Guid eventId, DateOnly day, string name, string email, int persons, string? message, bool mayWait)
    {
        var room = await HoldAsync(eventId, day, persons);
        var known = await FindKnownAsync(room, email);
        if (known is not null && known.IsSame(name, persons) && known.CreationTime > Clock.Now - SentTwice) return new(known.State);
        await CheckQuotaAsync();
        if (known is not null && reminders.TryTake(known.Id)) await mailer.SendAsync(RegistrationMail.Known, room.Event, room.Occurrence, known);
        var state = room.StateFor(persons);
        if (state == RegistrationState.Waiting && room.Left > 0 && !mayWait) return new(null, room.Left);
        if (known is null) await AddAsync(room, name, email, persons, message);
        return new(state);
    }

    /// <summary>Whoever waits first, and for whom there is room now, moves up and is told. What was cancelled or erased meanwhile is left as it is.</summary>
    public async Task CancelAsync(Registration registration)
    {
        var one = await events.HoldRegistrationsAsync(registration.EventId);
        if (!await registrations.ReloadAsync(registration) || registration.State == RegistrationState.Cancelled) return;
        registration.Cancel();
        await registrations.UpdateAsync(registration, autoSave: true);
        if (one is not null) await FillAsync(one);
    }

    /// <summary>Takes somebody off the list for good: the organiser, or somebody who asks that nothing is kept.</summary>
    public async Task RemoveAsync(Registration registration)
    {
        var one = await events.HoldRegistrationsAsync(registration.EventId);
        if (!await registrations.ReloadAsync(registration)) return;
        await registrations.DeleteAsync(registration, autoSave: true);
        // A draft may have been deleted, and those who were put on its list may ask later that nothing is kept.
        if (one is not null) await FillAsync(one);
    }

    /// <summary>What those who signed up know of an event. Asked before every change of it; <see cref="FollowAsync"/> after the change tells them.</summary>
    public async Task<EventKnowledge> HoldAsync(Event one)
    {
        await events.HoldRegistrationsAsync(one.Id);
        // A single event may be taken up again after its day, and people come to it.
        var days = (await registrations.SumByDayAsync(one.Id, one.Recurrence is null ? DateOnly.MinValue : SiteDay.Of(Clock.Now)))
            .Where(sum => sum.State != RegistrationState.Cancelled && one.BeginsOn(sum.Day)).Select(sum => sum.Day).Distinct();
        return new(one.Recurrence is not null, days.ToDictionary(day => day, day => Announcement.Of(one, day)));
    }

    /// <summary>
    /// Tells each of those who signed up what changed for them: that it does not take place, that it does after all, that it is at another time or
    /// place. To what is over, nobody comes any more, and nobody is told. Seats that became free are given.
    /// </summary>
    /// <param name="reason">The organiser's words about it.</param>
    /// <param name="tellsMoves">False where the organiser only corrected how time or place is written. Who heard that it is on, or off, always hears the contrary.</param>
    /// <exception cref="BusinessException">EventDatesTaken: the rhythm lost dates to come for which people signed up.</exception>
    public async Task FollowAsync(Event one, EventKnowledge before, string? reason = null, bool tellsMoves = true)
    {
        var lost = before.Dates.Where(date => before.IsRecurring && IsToCome(date.Value) && !one.BeginsOn(date.Key)).Select(date => date.Value!.Times).ToList();
        if (lost.Count > 0)
            throw new BusinessException(SitesErrorCodes.EventDatesTaken).WithData("Dates", string.Join(" ; ", lost.OrderBy(times => times.StartDay).Take(MaxDatesSaid).Select(wording.When)));
        foreach (var (oldDay, old) in before.Dates)
        {
            // Those who signed up for a single event come to it wherever it moves.
            var day = before.IsRecurring ? oldDay : one.Times.StartDay;
            var present = Announcement.Of(one, day);
            if (old is not null && old == present && day == oldDay) continue;
            await registrations.MoveAsync(one.Id, oldDay, day, one.Occurrence(day).Times.EndDay);
            if (old == present || (!IsToCome(old) && !IsToCome(present))) continue;
            var kind = present is null ? RegistrationMail.EventCancelled : old is null ? RegistrationMail.EventRestored : RegistrationMail.EventMoved;
            if (kind == RegistrationMail.EventMoved && !tellsMoves) continue;
            foreach (var registration in await registrations.GetWithEmailAsync(one.Id, day))
                await mailer.SendAsync(kind, one, one.Occurrence(day), registration, reason, kind == RegistrationMail.EventMoved ? old : null);
        }
        await FillAsync(one);
    }

    private async Task<Room> HoldAsync(Guid eventId, DateOnly day, int persons)
    {
        var one = await events.HoldRegistrationsAsync(eventId) ?? throw new EntityNotFoundException(typeof(Event), eventId);
        if (one.FindOccurrence(day) is not { } occurrence) throw new BusinessException(SitesErrorCodes.EventOccurrenceUnknown).WithData("Day", day);
        if (!one.IsOpen(day, Clock.Now)) throw new BusinessException(SitesErrorCodes.RegistrationClosed);
        if (persons < 1 || persons > one.LargestParty) throw new BusinessException(SitesErrorCodes.RegistrationTooManyPersons).WithData("Max", one.LargestParty);
        return new(one, occurrence, one.Seats is null ? null : one.Seats - await registrations.SumConfirmedAsync(eventId, day));
    }

    private async Task<Registration?> FindKnownAsync(Room room, string? email)
    {
        if (email?.ToLowerInvariant() is not { } normalizedEmail) return null;
        var (eventId, day) = (room.Event.Id, room.Occurrence.Day);
        return await registrations.FirstOrDefaultAsync(known => known.EventId == eventId && known.Day == day && known.NormalizedEmail == normalizedEmail && known.State != RegistrationState.Cancelled);
    }

    private async Task<Registration> AddAsync(Room room, string name, string? email, int persons, string? message)
    {
        var registration = new Registration(GuidGenerator.Create(), room.Event, room.Occurrence, name, email, persons, message);
        var isConfirmed = room.StateFor(persons) == RegistrationState.Confirmed;
        if (isConfirmed) registration.Confirm();
        else registration.Wait();
        await registrations.InsertAsync(registration, autoSave: true);
        await mailer.SendAsync(isConfirmed ? RegistrationMail.Confirmed : RegistrationMail.Waiting, room.Event, room.Occurrence, registration);
        // From now on the page says that it is full.
        if (isConfirmed && room.Left == persons) await siteManager.ContentChangedAsync();
        return registration;
    }

    private async Task CheckQuotaAsync()
    {
        var hour = Clock.Now - Hour;
        // Whoever the organiser enters has a creator; readers of a site are nobody.
        if (await registrations.CountAsync(known => known.CreationTime > hour && known.CreatorId == null) >= EventConsts.MaxRegistrationsPerHour)
            throw new BusinessException(SitesErrorCodes.TooManyRegistrations);
    }

    private bool IsToCome(Announcement? date) => date?.Times.EndUtc > Clock.Now;

    /// <summary>Whoever waits first, and for whom there is room now, moves up and is told: not while the event that they would look up is not online.</summary>
    private async Task FillAsync(Event one)
    {
        if (!one.IsPublished) return;
        var today = SiteDay.Of(Clock.Now);
        var waiting = (await registrations.GetWaitingAsync(one.Id, today)).FindAll(next => one.IsOpen(next.Day, Clock.Now));
        if (waiting.Count > 0)
        {
            var taken = (await registrations.SumByDayAsync(one.Id, today)).Where(sum => sum.State == RegistrationState.Confirmed).ToDictionary(sum => sum.Day, sum => sum.Persons);
            foreach (var next in waiting)
            {
                var confirmed = taken.GetValueOrDefault(next.Day);
                if (one.Seats is { } seats && confirmed + next.Persons > seats) continue;
                taken[next.Day] = confirmed + next.Persons;
                next.Confirm();
                await registrations.UpdateAsync(next);
                await mailer.SendAsync(RegistrationMail.MovedUp, one, one.Occurrence(next.Day), next);
            }
        }
        // Whether a page says that it is full may have changed.
        if (one.Seats is not null) await siteManager.ContentChangedAsync();
    }
}

/// <summary>A date that is held, and the seats that are left for it; null when as many as like may come.</summary>
internal sealed record Room(Event Event, Occurrence Occurrence, int? Left)
{
    public RegistrationState StateFor(int persons) => persons > Left ? RegistrationState.Waiting : RegistrationState.Confirmed;
}

/// <summary>What a reader of the site who signs up is told.</summary>
/// <param name="State">Null when nothing was taken in: seats are left, and not for all of them.</param>
/// <param name="Left">How many, when nothing was taken in.</param>
internal sealed record SignUpAnswer(RegistrationState? State, int? Left = null);

/// <summary>What those who signed up for an event know of it.</summary>
/// <param name="Dates">By the day for which somebody signed up; null where it does not take place.</param>
internal sealed record EventKnowledge(bool IsRecurring, IReadOnlyDictionary<DateOnly, Announcement?> Dates);

/// <summary>When and where one date is.</summary>
internal sealed record Announcement(EventTimes Times, string Place)
{
    /// <summary>Null when it does not take place.</summary>
    public static Announcement? Of(Event one, DateOnly day) => one.FindHeld(day) is { } held ? new(held.Times, one.Place) : null;
}
