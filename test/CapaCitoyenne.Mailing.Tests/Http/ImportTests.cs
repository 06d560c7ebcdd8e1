using System.Text;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Imports;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.TestBase;

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
