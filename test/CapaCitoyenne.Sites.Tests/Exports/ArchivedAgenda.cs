using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Forms;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Sites.Exports;

/// <summary>Events and forms with everything that an archive holds of them.</summary>
internal static class ArchivedAgenda
{
    public static async Task<FormDto> AFormOfItsOwn(this TestSpace space)
    {
        var form = await space.Admin.PostAsync<FormDto>("/api/sites/form", new CreateFormInput { Template = FormTemplate.Membership });
        return await space.Admin.PutAsync<FormDto>($"/api/sites/form/{form.Id}", new UpdateFormInput
        {
            Name = "Devenir bénévole", IsOpen = false, Purpose = "vous répondre : « oui », bien sûr", RetentionMonths = 3, SuccessMessage = "Merci !\n\nÀ bientôt.", Fields = form.Fields, RecipientIds = form.RecipientIds,
        });
    }

    /// <summary>One that comes back and differs now and then, one that is called off, one that nobody sees yet.</summary>
    public static async Task AnAgendaOfAllSorts(this TestSpace space, string image)
    {
        var day = new DateOnly(2097, 3, 5);
        var choir = await space.Publishes(await space.AnEvent("Chorale", day, new RecurrenceDto { Kind = RecurrenceKind.Weekly, Weekdays = [DayOfWeek.Sunday], Count = 8 }, input =>
        {
            (input.Markdown, input.PlaceName, input.PlaceAddress) = ($"---\nVenez **chanter** :\n\n- ![La salle]({image})\n---\n", "Salle des fêtes", "1, place d’Armes\n75010 Paris");
            (input.Category, input.Image, input.ImageAlt, input.HasRegistration, input.Seats, input.MaxPersons, input.RetentionDays) = ("Musique & chant", image, "La salle", true, 12, 3, 90);
        }));
        await space.Admin.PostAsync<EventDto>($"/api/sites/event/{choir.Id}/change-occurrence", new ChangeOccurrenceInput { Day = day.AddDays(7), Kind = EventChangeKind.Cancelled, Reason = "Vacances : \"relâche\"" });
        await space.Admin.PostAsync<EventDto>($"/api/sites/event/{choir.Id}/change-occurrence", new ChangeOccurrenceInput
        {
            Day = day.AddDays(14), Kind = EventChangeKind.Moved, Times = new() { StartDay = day.AddDays(15), StartTime = new(0, 0), EndDay = day.AddDays(15), EndTime = new(1, 30) },
        });
        var off = await space.Publishes(await space.AnEvent("Brocante", day, change: input => (input.Times, input.Image, input.ImageIsDecorative) = (new() { StartDay = day, EndDay = day.AddDays(1) }, image, true)));
        await space.Admin.PostAsync<EventDto>($"/api/sites/event/{off.Id}/cancel", new CancelEventInput { Reason = "Trop de pluie" });
        await space.AnEvent("À préparer", day, change: input => (input.PlaceName, input.PlaceAddress, input.RemoteUrl, input.Markdown) = (null, null, "https://visio.exemple.fr/a", null));
    }
}
