using System.Globalization;
using System.Text;
using CapaCitoyenne.Abp.EntityFrameworkCore;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Imports;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Http;

[Collection("Pickup")]
public class ImportTests(PickupHub hub)
{
    private const string Path = "/api/mailing/contact-import";

    private const string File =
        "Prénom;Nom;Courriel\nHélène;Lefèvre;helene@exemple.fr\nPaul;Durand;paul@exemple\n;;\nZoé;Noël;zoe@exemple.fr\nHélène;Lefèvre;HELENE@exemple.fr\nX;Y;\n";

    [Fact]
    public async Task A_file_is_understood_checked_and_imported_with_a_report_of_each_refused_line()
    {
        var space = await hub.Given.AnAssociation();
        var list = await ListAsync(space);
        var import = await UploadAsync(space, Encoding.Latin1.GetBytes(File));
        import.Encoding.ShouldBe("windows-1252");
        import.Separator.ShouldBe(";");
        import.Columns.Select(c => c.Field).ShouldBe([ContactImportField.FirstName, ContactImportField.LastName, ContactImportField.Email]);

        var check = await CheckAsync(space, import);
        check.Status.ShouldBe(ContactImportStatus.Checked);
        Summary(check).ShouldBe("6 lines: 2 created, 0 updated, 0 unchanged, 1 duplicates, 3 refused");
        (await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>("/api/mailing/contact")).Items.ShouldBeEmpty();

        var run = await StartAsync(space, import.Id, list.Id);
        run.Status.ShouldBe(ContactImportStatus.Completed);
        Summary(run).ShouldBe(Summary(check));
        var refused = await space.Admin.GetAsync<CursorPagedResultDto<RefusedLineDto>>($"{Path}/{import.Id}/refused-lines");
        refused.Items.Select(l => (l.LineNumber, l.ReasonCode)).ShouldBe(
            [(3, "Mailing:Import:EmailInvalid"), (4, "Mailing:Import:EmailMissing"), (7, "Mailing:Import:EmailMissing")]);
        (await ListAsync(space)).MemberCount.ShouldBe(2);
        var contact = (await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>("/api/mailing/contact?filter=zoe")).Items.ShouldHaveSingleItem();
        contact.LastName.ShouldBe("Noël");
    }

    [Fact]
    public async Task The_same_file_a_second_time_changes_nothing()
    {
        var space = await hub.Given.AnAssociation();
        await ImportAsync(space, File);
        Summary(await ImportAsync(space, File)).ShouldBe("6 lines: 0 created, 0 updated, 2 unchanged, 1 duplicates, 3 refused");
    }

    [Fact]
    public async Task An_import_brings_nobody_back_who_left()
    {
        var space = await hub.Given.AnAssociation();
        await ImportAsync(space, File);
        var zoe = (await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>("/api/mailing/contact?filter=zoe")).Items[0];
        await space.Admin.PostAsync<ContactDto>($"/api/mailing/contact/{zoe.Id}/withdraw-consent", new WithdrawConsentDto());
        var helene = (await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>("/api/mailing/contact?filter=helene")).Items[0];
        await space.Admin.PostAsync<ContactDto>($"/api/mailing/contact/{helene.Id}/withdraw-consent", new WithdrawConsentDto());
        await space.Admin.DeleteAsync($"/api/mailing/contact/{helene.Id}");

        var again = await ImportAsync(space, File);

        again.Counts.KeptUnsubscribed.ShouldBe(1);
        again.Counts.KeptSuppressed.ShouldBe(1);
        var statuses = (await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>("/api/mailing/contact")).Items.ToDictionary(c => c.Email, c => c.Status);
        statuses["zoe@exemple.fr"].ShouldBe(ContactStatus.Unsubscribed);
        statuses["helene@exemple.fr"].ShouldBe(ContactStatus.Suppressed);
    }

    [Fact]
    public async Task Empty_fields_are_filled_in_and_corrections_by_hand_stay()
    {
        var space = await hub.Given.AnAssociation();
        await space.Admin.PostAsync<ContactDto>("/api/mailing/contact", new CreateContactDto { Email = "zoe@exemple.fr", FirstName = "Zoëlle" });
        (await ImportAsync(space, File)).Counts.Updated.ShouldBe(1);
        var zoe = (await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>("/api/mailing/contact?filter=zoe")).Items[0];
        (zoe.FirstName, zoe.LastName).ShouldBe(("Zoëlle", "Noël"));
    }

    [Fact]
    public async Task A_file_of_several_batches_arrives_whole()
    {
        var space = await hub.Given.AnAssociation();
        var text = "email\n" + string.Concat(Enumerable.Range(0, 2500).Select(i => $"p{i}@exemple.fr\n"));
        (await ImportAsync(space, text)).Counts.Created.ShouldBe(2500);
    }

    /// <summary>It looks by itself, but a minute later: the first letter would be planned for an empty book.</summary>
    [Fact]
    public async Task After_a_large_import_PostgreSQL_knows_how_large_the_book_is()
    {
        Assert.SkipUnless(HubFixture.IsPostgreSql, "SQLite plans without.");
        var space = await hub.Given.AnAssociation();
        var text = new StringBuilder("email\n");
        for (var i = 0; i < 1500; i++) text.Append(CultureInfo.InvariantCulture, $"p{i}@{space.Slug}.fr\n");
        await ImportAsync(space, text.ToString());

        foreach (var table in new[] { "MailingContacts", "MailingConsents" })
        {
            (await hub.InAsync(null, null, async p => await (await p.GetRequiredService<IDbContextProvider<AbpDbContext>>().GetDbContextAsync()).Database
                .SqlQuery<float>($"""SELECT reltuples AS "Value" FROM pg_class WHERE relname = {table}""").SingleAsync())).ShouldBeGreaterThanOrEqualTo(1500, table);
        }
    }

    [Fact]
    public async Task What_cannot_be_imported_is_refused_by_its_code()
    {
        var space = await hub.Given.AnAssociation();
        (await (await PostFileAsync(space, [])).CodeAsync()).ShouldBe(MailingErrorCodes.ImportFileEmpty);
        var import = await UploadAsync(space, Encoding.UTF8.GetBytes("nom\nPaul\n"));
        var response = await space.Admin.SendAsync(
            HttpMethod.Post, $"{Path}/{import.Id}/check", new CheckContactImportDto { Columns = [new() { Field = ContactImportField.LastName }] });
        (await response.CodeAsync()).ShouldBe(MailingErrorCodes.ImportHasNoEmailColumn);
    }

    [Fact]
    public async Task Statuses_of_other_tools_become_no_subscriptions_and_dead_addresses_are_blocked()
    {
        var space = await hub.Given.AnAssociation();
        var run = await ImportAsync(space, "uuid,email,name,attributes,status\n1,ok@exemple.fr,Ok,{},enabled\n2,out@exemple.fr,Out,{},unsubscribed\n3,dead@exemple.fr,Dead,{},blocklisted\n4,wait@exemple.fr,Wait,{},unconfirmed\n");
        run.RecognisedTool.ShouldBe("listmonk");
        Summary(run).ShouldBe("4 lines: 3 created, 0 updated, 0 unchanged, 0 duplicates, 1 refused");
        var all = (await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>("/api/mailing/contact")).Items.ToDictionary(c => c.Email);
        all.Keys.ShouldBe(["ok@exemple.fr", "out@exemple.fr", "wait@exemple.fr"]);
        all["out@exemple.fr"].Status.ShouldBe(ContactStatus.Unsubscribed);
        (await ConsentsAsync(space, all["ok@exemple.fr"].Id)).ShouldBe(1);
        (await ConsentsAsync(space, all["wait@exemple.fr"].Id)).ShouldBe(0);
        (await space.Admin.PostAsync<ContactDto>("/api/mailing/contact", new CreateContactDto { Email = "dead@exemple.fr" })).Status.ShouldBe(ContactStatus.Suppressed);
    }

    [Fact]
    public async Task Who_left_elsewhere_is_brought_back_by_no_later_file_whatever_it_is_for()
    {
        var space = await hub.Given.AnAssociation();
        await ImportAsync(space, "Courriel;Statut\nzoe@exemple.fr;désabonné\n");
        var again = await UploadAsync(space, Encoding.UTF8.GetBytes("Courriel\nzoe@exemple.fr\nok@exemple.fr\n"));
        await CheckAsync(space, again);
        await space.Admin.PostAsync<ContactImportDto>($"{Path}/{again.Id}/start", new StartContactImportDto { Origin = "Donateurs", Purposes = [ConsentPurpose.Information, ConsentPurpose.Appeal] });
        await hub.RunJobsAsync();

        var all = (await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>("/api/mailing/contact")).Items.ToDictionary(c => c.Email);
        all["zoe@exemple.fr"].Status.ShouldBe(ContactStatus.Unsubscribed);
        (await space.Admin.GetAsync<ContactDto>($"/api/mailing/contact/{all["zoe@exemple.fr"].Id}")).Consents.ShouldAllBe(k => k.WithdrawnTime != null);
        (await ConsentsAsync(space, all["ok@exemple.fr"].Id)).ShouldBe(2);
    }

    [Fact]
    public async Task An_export_comes_back_as_it_was()
    {
        var space = await hub.Given.AnAssociation();
        await SegmentTests.AFieldAsync(space, "Téléphone", ContactFields.ContactFieldType.Text);
        await space.Admin.PostAsync<ContactDto>("/api/mailing/contact", new CreateContactDto { Email = "zoe@exemple.fr", LastName = "@robase", Fields = new() { ["telephone"] = "+33612345678" } });
        var csv = await (await space.Admin.SendAsync(HttpMethod.Get, "/api/mailing/contact/export")).EnsureSuccess().Content.ReadAsByteArrayAsync();
        Encoding.UTF8.GetString(csv).ShouldContain(";'+33612345678");
        var other = await hub.Given.AnAssociation();
        await SegmentTests.AFieldAsync(other, "Téléphone", ContactFields.ContactFieldType.Text);

        var import = await UploadAsync(other, csv);
        await CheckAsync(other, import);
        await StartAsync(other, import.Id, (await ListAsync(other)).Id);

        var zoe = (await other.Admin.GetAsync<CursorPagedResultDto<ContactDto>>("/api/mailing/contact")).Items.ShouldHaveSingleItem();
        (zoe.LastName, zoe.Fields["telephone"]).ShouldBe(("@robase", "+33612345678"));
    }

    [Fact]
    public void What_has_ended_does_not_fail_when_a_slower_worker_finds_the_file_gone()
    {
        var import = AnEndedImport();
        import.Fail(MailingErrorCodes.ImportFailed, DateTime.UtcNow);
        (import.Status, import.ErrorCode).ShouldBe((ContactImportStatus.Checked, null));
    }

    [Fact]
    public async Task Own_fields_and_tags_come_along_and_a_bad_value_costs_only_itself()
    {
        var space = await hub.Given.AnAssociation();
        await SegmentTests.AFieldAsync(space, "Né le", ContactFields.ContactFieldType.Date);
        const string file = "Courriel;Né le;Étiquettes\na@exemple.fr;3/4/1980;\"bénévole, presse\"\nb@exemple.fr;hier;presse\n";
        var run = await ImportAsync(space, file);
        (run.Counts.Created, run.Counts.Refused, run.Counts.Remarks).ShouldBe((2, 0, 1));
        var page = (await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>("/api/mailing/contact")).Items;
        page[0].Fields["ne_le"].ShouldBe("1980-04-03");
        page[0].Tags.Select(t => t.Name).ShouldBe(["bénévole", "presse"]);
        page[1].Fields.ShouldBeEmpty();
        (await space.Admin.GetAsync<CursorPagedResultDto<RefusedLineDto>>($"{Path}/{run.Id}/refused-lines")).Items.ShouldHaveSingleItem().LineNumber.ShouldBe(3);
        (await ImportAsync(space, file)).Counts.Unchanged.ShouldBe(2);
    }

    [Fact]
    public async Task Cards_and_pasted_addresses_are_read_like_a_table()
    {
        var space = await hub.Given.AnAssociation();
        const string cards = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Noël;Zoé;;;\r\nitem1.EMAIL;TYPE=HOME:perso@exemple.fr\r\nEMAIL;TYPE=\"work,pref\":zoe@exemple.fr\r\nCATEGORIES:bénévole,presse\r\nEND:VCARD\r\n"
            + "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Paul Du\r\n rand\r\nEMAIL:paul@exemple.fr\r\nEND:VCARD\r\n";
        var fromCards = await UploadAsync(space, Encoding.UTF8.GetBytes(cards));
        await CheckAsync(space, fromCards);
        (await StartAsync(space, fromCards.Id, (await ListAsync(space)).Id)).Counts.Created.ShouldBe(2);

        var pasted = await space.Admin.PostAsync<ContactImportDto>($"{Path}/paste", new PasteContactsDto { Text = "\"Martin, Jeanne\" <jeanne@exemple.fr>; ana@exemple.fr, Paul <PAUL@exemple.fr>" });
        await CheckAsync(space, pasted);
        Summary(await StartAsync(space, pasted.Id, (await ListAsync(space)).Id)).ShouldBe("3 lines: 2 created, 0 updated, 1 unchanged, 0 duplicates, 0 refused");

        var all = (await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>("/api/mailing/contact")).Items.ToDictionary(c => c.Email);
        (all["zoe@exemple.fr"].FirstName, all["zoe@exemple.fr"].LastName, all["zoe@exemple.fr"].Tags.Count).ShouldBe(("Zoé", "Noël", 2));
        all["paul@exemple.fr"].LastName.ShouldBe("Durand");
    }

    [Fact]
    public async Task Who_never_confirmed_a_sign_up_is_written_to_once_a_file_vouches_for_them()
    {
        var space = await hub.Given.AnAssociation();
        (await hub.NewBrowser().Http.PostAsync($"http://{space.Slug}.localhost:5000/lettre/inscription", new FormUrlEncodedContent([new("email", "zoe@exemple.fr")]))).EnsureSuccess();
        var letter = await space.Admin.PostAsync<CampaignDto>("/api/mailing/campaign", new CreateCampaignDto { Subject = "Bonjour", Template = "thanks" });
        var before = await space.Admin.GetAsync<CampaignPreflightDto>($"/api/mailing/campaign/{letter.Id}/preflight");
        (before.Recipients, before.Items.Single(item => item.Code == "Unconfirmed").Level).ShouldBe((0, PreflightLevel.Notice));

        await ImportAsync(space, File);

        var after = await space.Admin.GetAsync<CampaignPreflightDto>($"/api/mailing/campaign/{letter.Id}/preflight");
        (after.Recipients, after.Items.Exists(item => item.Code == "Unconfirmed")).ShouldBe((2, false));
    }

    [Fact]
    public async Task A_check_that_is_under_way_is_not_begun_again_and_ends_as_a_check()
    {
        var space = await hub.Given.AnAssociation();
        var import = await UploadAsync(space, Encoding.UTF8.GetBytes(File));
        var input = new CheckContactImportDto { Columns = import.Columns, HasHeader = import.HasHeader };
        await space.Admin.PostAsync<ContactImportDto>($"{Path}/{import.Id}/check", input);
        (await (await space.Admin.SendAsync(HttpMethod.Post, $"{Path}/{import.Id}/check", input)).CodeAsync()).ShouldBe(MailingErrorCodes.ImportIsChecked);
        await hub.RunJobsAsync();
        // The queue may hand a job over twice.
        await hub.InAsync(space.TenantId, null, p => p.GetRequiredService<ContactImporter>().RunAsync(import.Id));
        (await space.Admin.GetAsync<ContactImportDto>($"{Path}/{import.Id}")).Status.ShouldBe(ContactImportStatus.Checked);
        Should.Throw<InvalidOperationException>(() => AnEndedImport().End(new ImportCounts(), DateTime.UtcNow));
    }

    private static ContactImport AnEndedImport()
    {
        var import = new ContactImport(Guid.CreateVersion7(), "carnet.csv", new CsvDialect("utf-8", ';', true), null, []);
        import.BeginCheck([new ImportColumn("Courriel", ContactImportField.Email, [])], true);
        import.End(new ImportCounts(), DateTime.UtcNow);
        return import;
    }

    private static async Task<int> ConsentsAsync(TestSpace space, Guid id) => (await space.Admin.GetAsync<ContactDto>($"/api/mailing/contact/{id}")).Consents.Count;

    private async Task<ContactImportDto> ImportAsync(TestSpace space, string text)
    {
        var import = await UploadAsync(space, Encoding.UTF8.GetBytes(text));
        await CheckAsync(space, import);
        return await StartAsync(space, import.Id, (await ListAsync(space)).Id);
    }

    private static async Task<ContactImportDto> UploadAsync(TestSpace space, byte[] content) =>
        await (await PostFileAsync(space, content)).EnsureSuccess().ReadAsync<ContactImportDto>();

    private static async Task<HttpResponseMessage> PostFileAsync(TestSpace space, byte[] content)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", "carnet.csv" } };
        return await space.Admin.SendAsync(HttpMethod.Post, $"{Path}/upload", form);
    }

    private async Task<ContactImportDto> CheckAsync(TestSpace space, ContactImportDto import)
    {
        await space.Admin.PostAsync<ContactImportDto>($"{Path}/{import.Id}/check", new CheckContactImportDto { Columns = import.Columns, HasHeader = import.HasHeader });
        await hub.RunJobsAsync();
        return await space.Admin.GetAsync<ContactImportDto>($"{Path}/{import.Id}");
    }

    private async Task<ContactImportDto> StartAsync(TestSpace space, Guid id, Guid listId)
    {
        await space.Admin.PostAsync<ContactImportDto>($"{Path}/{id}/start", new StartContactImportDto { ListId = listId, Origin = "Bulletins d'adhésion 2026" });
        await hub.RunJobsAsync();
        return await space.Admin.GetAsync<ContactImportDto>($"{Path}/{id}");
    }

    private static async Task<MailingListDto> ListAsync(TestSpace space) =>
        (await space.Admin.GetAsync<ListResultDto<MailingListDto>>("/api/mailing/mailing-list")).Items[0];

    private static string Summary(ContactImportDto import) =>
        $"{import.Counts.Total} lines: {import.Counts.Created} created, {import.Counts.Updated} updated, {import.Counts.Unchanged} unchanged, "
        + $"{import.Counts.Duplicates} duplicates, {import.Counts.Refused} refused";
}
