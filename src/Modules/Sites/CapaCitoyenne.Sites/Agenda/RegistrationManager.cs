using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>
/// Gives seats. All that changes who comes to an event holds the event's row first, so that two people who sign up at once, on whatever
/// node, are looked at one after the other: seats are never given twice.
/// </summary>
internal sealed class RegistrationManager(
    IEventRepository events, IRegistrationRepository registrations, RegistrationMailer mailer, SiteManager siteManager) : DomainService
{
    /// <summary>
    /// Signs somebody up: confirmed while there are seats for all of them, otherwise on the waiting list. An address that signed up for
    /// this time before is left as it is: the form was sent twice.
    /// </summary>
    /// <exception cref="BusinessException">RegistrationClosed, RegistrationTooManyPersons, EventOccurrenceUnknown.</exception>
    public async Task<Registration> RegisterAsync(Guid eventId, DateOnly day, string name, string? email, int persons, string? message)
    {
        await events.HoldRegistrationsAsync(eventId);
        var one = await events.GetAsync(eventId);
        var occurrence = FindOpen(one, day);
        if (persons < 1 || persons > one.MaxPersons) throw new BusinessException(SitesErrorCodes.RegistrationTooManyPersons).WithData("Max", one.MaxPersons);
        var normalizedEmail = email?.ToLowerInvariant();
        if (normalizedEmail is not null && await registrations.FirstOrDefaultAsync(known =>
            known.EventId == eventId && known.Day == day && known.NormalizedEmail == normalizedEmail && known.State != RegistrationState.Cancelled) is { } known) return known;

        var confirmed = one.Seats is null ? 0 : await registrations.SumConfirmedAsync(eventId, day);
        var registration = new Registration(GuidGenerator.Create(), one, occurrence, name, email, persons, message);
        if (one.Seats is { } seats && confirmed + persons > seats) registration.Wait();
        else registration.Confirm();
        await registrations.InsertAsync(registration, autoSave: true);
        await mailer.SendAsync(registration.State == RegistrationState.Confirmed ? RegistrationMail.Confirmed : RegistrationMail.Waiting, one, occurrence, registration);
        if (confirmed < one.Seats && confirmed + persons >= one.Seats) await siteManager.ContentChangedAsync();
        return registration;
    }

    /// <summary>Whoever waits first, and for whom there is room now, moves up and is told.</summary>
    public async Task CancelAsync(Registration registration)
    {
        if (registration.State == RegistrationState.Cancelled) return;
        await events.HoldRegistrationsAsync(registration.EventId);
        registration.Cancel();
        await registrations.UpdateAsync(registration, autoSave: true);
        await FillAsync(await events.GetAsync(registration.EventId));
    }

    /// <summary>The organiser takes somebody off the list.</summary>
    public async Task RemoveAsync(Registration registration)
    {
        await events.HoldRegistrationsAsync(registration.EventId);
        await registrations.DeleteAsync(registration, autoSave: true);
        await FillAsync(await events.GetAsync(registration.EventId));
    }

    /// <summary>There may be more seats than before.</summary>
    public async Task SeatsChangedAsync(Event one)
    {
        if (!one.HasRegistration || one.IsCancelled) return;
        await events.HoldRegistrationsAsync(one.Id);
        await FillAsync(one);
    }

    /// <summary>Tells those who wanted to come that it does not take place, on one day or at all.</summary>
    public async Task TellCancelledAsync(Event one, DateOnly? day, string? reason)
    {
        foreach (var registration in await registrations.GetWithEmailAsync(one.Id, day, SiteDay.Of(Clock.Now)))
            await mailer.SendAsync(RegistrationMail.EventCancelled, one, one.Occurrence(registration.Day), registration, reason);
    }

    /// <summary>The time, when people may sign up for it now.</summary>
    public Occurrence FindOpen(Event one, DateOnly day)
    {
        if (one.FindOccurrence(day) is not { } occurrence) throw new BusinessException(SitesErrorCodes.EventOccurrenceUnknown).WithData("Day", day);
        if (!one.HasRegistration || one.IsCancelled || occurrence.IsCancelled || occurrence.Times.EndUtc <= Clock.Now) throw new BusinessException(SitesErrorCodes.RegistrationClosed);
        return occurrence;
    }

    private async Task FillAsync(Event one)
    {
        var today = SiteDay.Of(Clock.Now);
        var waiting = await registrations.GetWaitingAsync(one.Id, today);
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
        if (one is { IsPublished: true, Seats: not null }) await siteManager.ContentChangedAsync();
    }
}
