using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.Mailing.Tags;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Mailing.Tests.Http;

[Collection("Pickup")]
public class ContactManyTests(PickupHub hub)
{
    private const string Path = "/api/mailing/contact";

    [Fact]
    public async Task A_tag_is_stuck_on_a_selection_or_on_all_that_a_filter_finds_and_comes_off_again()
    {
        var space = await hub.Given.AnAssociation();
        var a = await AContactAsync(space, "a@exemple.fr", "Ana");
        var b = await AContactAsync(space, "b@exemple.fr", "Bob");
        await AContactAsync(space, "c@exemple.fr", "Ana");

        var some = await ApplyAsync(space, new ApplyToContactsDto { ContactIds = [a.Id, b.Id], Action = ContactAction.AddTag, Tag = " Bénévole " });
        some.Count.ShouldBe(2);
        var all = await ApplyAsync(space, new ApplyToContactsDto { Filter = "ana", Action = ContactAction.AddTag, Tag = "benevole" });
        all.Count.ShouldBe(1);
        var tag = (await space.Admin.GetAsync<ListResultDto<TagDto>>("/api/mailing/tag")).Items.ShouldHaveSingleItem();
        (tag.Name, tag.ContactCount).ShouldBe(("Bénévole", 3L));

        (await ApplyAsync(space, new ApplyToContactsDto { TagId = tag.Id, Action = ContactAction.RemoveTag, Tag = "Bénévole" })).Count.ShouldBe(3);
        (await FindAsync(space, $"tagId={tag.Id}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_left_a_list_is_not_put_back_with_the_others()
    {
        var space = await hub.Given.AnAssociation();
        var list = (await space.Admin.GetAsync<ListResultDto<MailingListDto>>("/api/mailing/mailing-list")).Items[0];
        await AContactAsync(space, "a@exemple.fr", "Ana");
        await AContactAsync(space, "b@exemple.fr", "Bob");
        (await ApplyAsync(space, new ApplyToContactsDto { Action = ContactAction.AddToList, TargetListId = list.Id })).Count.ShouldBe(2);
        (await ApplyAsync(space, new ApplyToContactsDto { Action = ContactAction.AddToList, TargetListId = list.Id })).Count.ShouldBe(0);
        (await ApplyAsync(space, new ApplyToContactsDto { Filter = "bob", Action = ContactAction.RemoveFromList, TargetListId = list.Id })).Count.ShouldBe(1);
        (await FindAsync(space, $"listId={list.Id}")).ShouldBe(["a@exemple.fr"]);
    }

    [Theory]
    [InlineData(ContactSort.Name, "z@exemple.fr a@exemple.fr m@exemple.fr")]
    [InlineData(ContactSort.Newest, "m@exemple.fr a@exemple.fr z@exemple.fr")]
    [InlineData(ContactSort.Email, "a@exemple.fr m@exemple.fr z@exemple.fr")]
    public async Task Each_order_goes_on_from_page_to_page(ContactSort sort, string expected)
    {
        var space = await hub.Given.AnAssociation();
        foreach (var (email, name) in new[] { ("z@exemple.fr", "Abel"), ("a@exemple.fr", "Nédel"), ("m@exemple.fr", "Nedel") })
            await space.Admin.PostAsync<ContactDto>(Path, new CreateContactDto { Email = email, LastName = name });
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>($"{Path}?maxResultCount=1&sort={sort}&cursor={cursor}");
            seen.AddRange(page.Items.Select(c => c.Email));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        string.Join(' ', seen).ShouldBe(expected);
    }

    [Fact]
    public async Task A_value_that_does_not_fit_its_field_is_refused_and_nothing_is_kept()
    {
        var space = await hub.Given.AnAssociation();
        var field = await SegmentTests.AFieldAsync(space, "Né le", ContactFieldType.Date);
        var response = await space.Admin.SendAsync(HttpMethod.Post, Path, new CreateContactDto { Email = "a@exemple.fr", Fields = new() { [field.Name] = "hier" } });
        (await response.CodeAsync()).ShouldBe(MailingErrorCodes.FieldValueInvalid);
        (await space.Admin.GetAsync<ContactCountDto>($"{Path}/count")).ShouldBe(new ContactCountDto(0, false));
    }

    [Fact]
    public async Task The_export_of_a_filter_has_the_spaces_own_columns()
    {
        var space = await hub.Given.AnAssociation();
        var field = await SegmentTests.AFieldAsync(space, "Quartier", ContactFieldType.Text);
        await space.Admin.PostAsync<ContactDto>(Path, new CreateContactDto { Email = "a@exemple.fr", FirstName = "Ana", Tags = ["Presse"], Fields = new() { [field.Name] = "Ici" } });
        await AContactAsync(space, "b@exemple.fr", "Bob");
        var lines = (await (await space.Admin.SendAsync(HttpMethod.Get, $"{Path}/export?filter=ana")).Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[0].ShouldContain(";Quartier");
        lines[1].ShouldContain("Presse");
        lines[1].TrimEnd().ShouldEndWith(";Ici");
    }

    private static Task<ApplyToContactsResultDto> ApplyAsync(TestSpace space, ApplyToContactsDto input) =>
        space.Admin.PostAsync<ApplyToContactsResultDto>($"{Path}/apply", input);

    private static Task<ContactDto> AContactAsync(TestSpace space, string email, string firstName) =>
        space.Admin.PostAsync<ContactDto>(Path, new CreateContactDto { Email = email, FirstName = firstName });

    private static async Task<List<string>> FindAsync(TestSpace space, string query) =>
        [.. (await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>($"{Path}?{query}")).Items.Select(c => c.Email)];
}
