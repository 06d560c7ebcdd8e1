using System.Net;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Mailing.Tests.Http;

[Collection("Pickup")]
public class ContactTests(PickupHub hub)
{
    private const string Path = "/api/mailing/contact";

    [Fact]
    public async Task A_new_space_starts_with_the_list_of_news()
    {
        var space = await hub.Given.AnAssociation();
        var lists = await space.Admin.GetAsync<ListResultDto<MailingListDto>>("/api/mailing/mailing-list");
        lists.Items.ShouldHaveSingleItem().IsPublic.ShouldBeTrue();
    }

    [Fact]
    public async Task A_contact_is_found_by_the_beginning_of_a_name_without_its_accents()
    {
        var space = await hub.Given.AnAssociation();
        await CreateAsync(space, "helene@exemple.fr", "Hélène", "Lefèvre");
        await CreateAsync(space, "paul@exemple.fr", "Paul", "Durand");

        (await FindAsync(space, "lefev")).ShouldBe(["helene@exemple.fr"]);
        (await FindAsync(space, "helene lef")).ShouldBe(["helene@exemple.fr"]);
        (await FindAsync(space, "zoe")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        var space = await hub.Given.AnAssociation();
        for (var i = 0; i < 5; i++) await CreateAsync(space, $"c{i}@exemple.fr");

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>($"{Path}?maxResultCount=2&cursor={cursor}");
            seen.AddRange(page.Items.Select(c => c.Email));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        seen.ShouldBe(["c0@exemple.fr", "c1@exemple.fr", "c2@exemple.fr", "c3@exemple.fr", "c4@exemple.fr"]);
    }

    [Theory]
    [InlineData("pas une adresse", MailingErrorCodes.EmailInvalid)]
    [InlineData(" DEJA@Exemple.fr ", MailingErrorCodes.ContactAlreadyExists)]
    public async Task A_bad_or_known_address_is_refused_by_its_code(string email, string code)
    {
        var space = await hub.Given.AnAssociation();
        await CreateAsync(space, "deja@exemple.fr");
        var response = await space.Admin.SendAsync(HttpMethod.Post, Path, new CreateContactDto { Email = email });
        response.IsSuccessStatusCode.ShouldBeFalse();
        (await response.CodeAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task Two_people_who_save_the_same_contact_do_not_overwrite_each_other()
    {
        var space = await hub.Given.AnAssociation();
        var contact = await CreateAsync(space, "a@exemple.fr");
        await space.Admin.PutAsync<ContactDto>($"{Path}/{contact.Id}", new UpdateContactDto { FirstName = "Un", ConcurrencyStamp = contact.ConcurrencyStamp });
        var late = await space.Admin.SendAsync(
            HttpMethod.Put, $"{Path}/{contact.Id}", new UpdateContactDto { FirstName = "Deux", ConcurrencyStamp = contact.ConcurrencyStamp });
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_consent_keeps_its_proof_and_its_end()
    {
        var space = await hub.Given.AnAssociation();
        var contact = await CreateAsync(space, "a@exemple.fr");

        await space.Admin.PostAsync<ContactDto>($"{Path}/{contact.Id}/grant-consent", new GrantConsentDto { Proof = "Bulletin d'adhésion" });
        var after = await space.Admin.PostAsync<ContactDto>($"{Path}/{contact.Id}/withdraw-consent", new WithdrawConsentDto());

        after.Status.ShouldBe(ContactStatus.Unsubscribed);
        var consent = after.Consents.ShouldHaveSingleItem();
        consent.Proof.ShouldBe("Bulletin d'adhésion");
        consent.WithdrawnTime.ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_withdrew_a_consent_gives_it_again_themselves_and_nobody_else_does()
    {
        var space = await hub.Given.AnAssociation();
        var contact = await CreateAsync(space, $"z{Guid.NewGuid():N}@exemple.fr");
        await space.Admin.PostAsync<ContactDto>($"{Path}/{contact.Id}/grant-consent", new GrantConsentDto { Proof = "Bulletin d'adhésion" });
        await space.Admin.PostAsync<ContactDto>($"{Path}/{contact.Id}/withdraw-consent", new WithdrawConsentDto());

        var again = await space.Admin.SendAsync(HttpMethod.Post, $"{Path}/{contact.Id}/grant-consent", new GrantConsentDto { Proof = "Vue au marché" });
        (await again.CodeAsync()).ShouldBe(MailingErrorCodes.ConsentWithdrawn);

        (await space.Admin.SendAsync(HttpMethod.Post, $"{Path}/{contact.Id}/ask-to-confirm")).EnsureSuccess();
        (await (await space.Admin.SendAsync(HttpMethod.Post, $"{Path}/{contact.Id}/ask-to-confirm")).CodeAsync()).ShouldBe(MailingErrorCodes.ConfirmationTooSoon);
        await hub.RunJobsAsync();
        (await hub.NewBrowser().Http.PostAsync(hub.Mail.LinkTo(contact.Email, "/lettre/confirmer/"), null)).EnsureSuccess();
        (await space.Admin.GetAsync<ContactDto>($"{Path}/{contact.Id}")).Status.ShouldBe(ContactStatus.Active);
    }

    [Fact]
    public async Task The_export_defuses_formulas_and_keeps_accents()
    {
        var space = await hub.Given.AnAssociation();
        await CreateAsync(space, "zoe@exemple.fr", "=HYPERLINK(\"x\")", "Noël; Zoé");
        var csv = await (await space.Admin.SendAsync(HttpMethod.Get, $"{Path}/export")).Content.ReadAsStringAsync();
        csv.ShouldContain("\"'=HYPERLINK(\"\"x\"\")\"");
        csv.ShouldContain("\"Noël; Zoé\"");
    }

    private static Task<ContactDto> CreateAsync(TestSpace space, string email, string? firstName = null, string? lastName = null) =>
        space.Admin.PostAsync<ContactDto>(Path, new CreateContactDto { Email = email, FirstName = firstName, LastName = lastName });

    private static async Task<List<string>> FindAsync(TestSpace space, string filter) =>
        [.. (await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>($"{Path}?filter={filter}")).Items.Select(c => c.Email)];
}
