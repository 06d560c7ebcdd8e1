using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Imports;
using CapaCitoyenne.Mailing.Measurement;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Http;

[Collection("Pickup")]
public class MeasurementConsentTests(PickupHub hub) : MeasuringTests(hub)
{
    [Fact]
    public async Task Only_who_agreed_on_their_own_page_gets_counted_links_and_no_longer_once_they_take_it_back()
    {
        var space = await Hub.Given.AnAssociation();
        var (ana, bob) = (await AddAsync(space), await AddAsync(space));
        await SendAsync(space);
        var page = Hub.Mail.LinkTo(ana.Email, "/lettre/preferences/");
        (await ReadAsync(page)).ShouldNotContain("compter", customMessage: "the space counts nothing, and asks nothing");
        await MeasureAsync(space);
        (await ReadAsync(page)).ShouldContain("""<input type="checkbox" name="measure" value="yes">""");

        await PostAsync(page, ("do", "measure"), ("measure", "yes"));
        await SendAsync(space);
        await PostAsync(Hub.Mail.LinkTo(ana.Email, "/lettre/preferences/"), ("do", "unmeasure"));
        await SendAsync(space);

        var letters = LettersTo(ana.Email);
        letters.ConvertAll(html => html.Contains("/lettre/suivre/") && html.Contains("/lettre/vu/")).ShouldBe([false, true, false], ignoreOrder: true);
        letters.Single(html => html.Contains("/lettre/vu/")).ShouldContain("#compter");
        LettersTo(bob.Email).ShouldAllBe(html => !html.Contains("/lettre/suivre/") && !html.Contains("/lettre/vu/"));
        Hub.Mail.To(ana.Email).ShouldAllBe(m => m.TextBody!.Contains(Target), "the text part is never changed");
        var consent = (await space.Admin.GetAsync<ContactDto>($"/api/mailing/contact/{ana.Id}")).Consents.Single(k => k.Purpose == ConsentPurpose.Measurement);
        (consent.Method, consent.WithdrawnTime is null).ShouldBe((ConsentMethod.Preferences, false));
        consent.Proof.ShouldNotBeNull().ShouldContain("/lettre/preferences");
        (await ReadAsync(new Uri(page + "?handler=Data&format=csv"))).ShouldContain("Comptage des lectures");
    }

    [Fact]
    public async Task Nobody_agrees_in_the_place_of_another_and_no_letter_is_for_it()
    {
        var space = await Hub.Given.AnAssociation();
        await MeasureAsync(space);
        var contact = await AddAsync(space);

        foreach (var (path, body) in new (string, object)[]
        {
            ($"/api/mailing/contact/{contact.Id}/grant-consent", new GrantConsentDto { Purpose = ConsentPurpose.Measurement, Proof = "Réunion" }),
            (Path, new CreateCampaignDto { Subject = "Bonjour", Content = Content, Purpose = ConsentPurpose.Measurement }),
        })
        {
            (await (await space.Admin.SendAsync(HttpMethod.Post, path, body)).CodeAsync()).ShouldBe(MailingErrorCodes.MeasurementIsTheirs);
        }
    }

    [Fact]
    public async Task Being_counted_says_nothing_about_being_written_to()
    {
        var space = await Hub.Given.AnAssociation();
        await MeasureAsync(space);
        var email = (await AgreeingAsync(space, 1))[0];
        await SendAsync(space);
        var page = Hub.Mail.LinkTo(email, "/lettre/preferences/");
        await PostAsync(page, ("do", "choices"));
        (await FindAsync(space, email)).Status.ShouldBe(ContactStatus.Unsubscribed);
        await PostAsync(page, ("do", "choices"), ("purpose", "Information"), ("purpose", "Measurement"));
        await PostAsync(page, ("do", "unmeasure"));

        (await FindAsync(space, email)).Status.ShouldBe(ContactStatus.Active);
        await space.Admin.SendAsync(HttpMethod.Delete, $"/api/mailing/contact/{(await FindAsync(space, email)).Id}");
        (await space.Admin.PostAsync<ContactDto>("/api/mailing/contact", new CreateContactDto { Email = email })).Status.ShouldBe(ContactStatus.Suppressed, "they had said no to letters before");
    }

    [Fact]
    public async Task Who_signs_up_is_asked_apart_when_they_confirm_and_the_privacy_page_says_what_is_counted()
    {
        var space = await Hub.Given.AnAssociation();
        await MeasureAsync(space);
        var email = $"n{Guid.NewGuid():N}@exemple.fr";
        await PostAsync(new Uri($"http://{space.Slug}.localhost:5000/lettre/inscription"), ("email", email));
        await Hub.RunJobsAsync();
        var link = Hub.Mail.LinkTo(email, "/lettre/confirmer/");
        (await ReadAsync(link)).ShouldContain("""<input type="checkbox" name="measure" value="yes" aria-describedby="measure-hint">""");

        await PostAsync(link, ("measure", "yes"));

        var given = (await space.Admin.GetAsync<ContactDto>($"/api/mailing/contact/{(await FindAsync(space, email)).Id}")).Consents;
        given.Select(k => (k.Purpose, k.Method)).ShouldBe(
            [(ConsentPurpose.Information, ConsentMethod.FormConfirmed), (ConsentPurpose.Measurement, ConsentMethod.FormConfirmed)], ignoreOrder: true);
        var uses = await Hub.InAsync(space.TenantId, null, async p => (await Task.WhenAll(
            p.GetServices<Sites.Privacy.IDataUseProvider>().OfType<Integration.NewsletterDataUseProvider>().Select(one => one.FindAsync()))).SelectMany(one => one).ToList());
        uses.Count.ShouldBe(2);
    }

    [Fact]
    public void No_file_brings_it()
    {
        var file = new ContactImport(Guid.NewGuid(), "carnet.csv", new CsvDialect("utf-8", ';', HasHeader: true), null, [new ImportColumn("Email", ContactImportField.Email, [])]);
        file.BeginCheck(file.Columns, hasHeader: true);
        file.End(new ImportCounts(), DateTime.UtcNow);

        Should.Throw<BusinessException>(() => file.BeginRun(null, "Bulletins 2025", [ConsentPurpose.Information, ConsentPurpose.Measurement]))
            .Code.ShouldBe(MailingErrorCodes.MeasurementIsTheirs);
    }

    [Fact]
    public async Task Two_contacts_who_both_agreed_are_one_who_agrees_and_one_refusal_is_enough()
    {
        var space = await Hub.Given.AnAssociation();
        await MeasureAsync(space);
        var emails = await AgreeingAsync(space, 3);
        await Hub.InAsync(space.TenantId, null, async p =>
        {
            var consent = p.GetRequiredService<MeasurementConsent>();
            var people = new List<Contact>();
            foreach (var email in emails) people.Add(await p.GetRequiredService<IContactRepository>().GetAsync(c => c.Email == email));
            await p.GetRequiredService<ContactMerger>().MergeAsync(people[0], people[1]);
            (await consent.FindSinceAsync(people[0])).ShouldNotBeNull();

            await consent.WithdrawAsync(people[2]);
            await p.GetRequiredService<ContactMerger>().MergeAsync(people[0], people[2]);

            (await consent.FindSinceAsync(people[0])).ShouldBeNull();
            people[0].Status.ShouldBe(ContactStatus.Active);
        });
    }
}
