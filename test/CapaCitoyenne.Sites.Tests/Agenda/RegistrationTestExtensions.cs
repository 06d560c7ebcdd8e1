using System.Globalization;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>What visitors who want to come do, and the organiser's list of them.</summary>
internal static class RegistrationTestExtensions
{
    /// <summary>« Atelier pain », online, in three days.</summary>
    public static async Task<(TestSpace Space, EventDto Event)> AnEventWithSeats(this HubFixture hub, int? seats, RecurrenceDto? recurrence = null)
    {
        var space = await hub.Given.AnOnlineSite();
        var day = SiteDay.Of(hub.Clock.GetUtcNow().UtcDateTime).AddDays(3);
        return (space, await space.Publishes(await space.AnEvent("Atelier pain", day, recurrence, input => (input.HasRegistration, input.Seats) = (true, seats))));
    }

    public static async Task<HttpResponseMessage> SignsUpAsync(
        this HubFixture hub, TestSpace space, EventDto one, string email, string persons = "1", string? day = null, string? token = null, string? honeypot = null, bool waits = false)
    {
        token ??= AgendaTestExtensions.TokenIn(await hub.ReadAsync(space.Slug, one.Path));
        var fields = new Dictionary<string, string>
        {
            ["nom"] = "Awa Diallo", ["email"] = email, ["personnes"] = persons, ["message"] = "", ["date"] = day ?? Day(one.Times.StartDay), ["jeton"] = token, ["site"] = honeypot ?? "",
        };
        if (waits) fields["attente"] = "1";
        return await hub.SendFormAsync(space.Slug, $"/participer/{one.Id}", fields);
    }

    public static async Task<IReadOnlyList<RegistrationDto>> RegistrationsAsync(this TestSpace space, EventDto one)
        => (await space.Admin.GetAsync<PagedResultDto<RegistrationDto>>($"/api/sites/registration?eventId={one.Id}")).Items;

    public static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
