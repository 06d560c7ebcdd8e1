using CapaCitoyenne.Abp.EntityFrameworkCore;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.Mailing.Segments;
using CapaCitoyenne.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Http;

[Collection("Pickup")]
public class SegmentTests(PickupHub hub)
{
    private const string Path = "/api/mailing/segment";
    private const string Contacts = "/api/mailing/contact";

    [Fact]
    public async Task A_segment_finds_its_people_by_every_kind_of_condition()
    {
        var space = await hub.Given.AnAssociation();
        var town = await AFieldAsync(space, "Quartier", ContactFieldType.Choice, "Goutte d'Or", "Clichy");
        var since = await AFieldAsync(space, "Adhérent depuis", ContactFieldType.Date);
        var fee = await AFieldAsync(space, "Cotisation", ContactFieldType.Number);
        var list = (await space.Admin.GetAsync<ListResultDto<MailingListDto>>("/api/mailing/mailing-list")).Items[0];
        var zoe = await AContactAsync(space, "zoe@exemple.fr", "Zoé", list.Id, consent: true, tags: ["Bénévole"], (town.Name, "goutte d'or"), (since.Name, "3/4/2021"), (fee.Name, "12,50"));
        await AContactAsync(space, "paul@mairie.fr", "Paul", null, consent: false, tags: ["Presse"], (town.Name, "Clichy"), (fee.Name, "30"));
        await AContactAsync(space, "x@exemple.fr", null, null, consent: false, tags: []);
        zoe.Fields.ShouldBe(new Dictionary<string, string> { ["quartier"] = "Goutte d'Or", ["adherent_depuis"] = "2021-04-03", ["cotisation"] = "12.5" }, ignoreOrder: true);
        var tag = zoe.Tags.ShouldHaveSingleItem();

        await Finds("zoe@exemple.fr", new() { Subject = SegmentSubject.Field, ReferenceId = town.Id, Value = "GOUTTE D'OR" });
        await Finds("paul@mairie.fr x@exemple.fr", new() { Subject = SegmentSubject.Field, Operator = SegmentOperator.IsNot, ReferenceId = town.Id, Value = "Goutte d'Or" });
        await Finds("x@exemple.fr", new() { Subject = SegmentSubject.Field, Operator = SegmentOperator.IsNotSet, ReferenceId = town.Id });
        await Finds("paul@mairie.fr", new() { Subject = SegmentSubject.Field, Operator = SegmentOperator.GreaterThan, ReferenceId = fee.Id, Value = "12,5" });
        await Finds("zoe@exemple.fr", new() { Subject = SegmentSubject.Field, Operator = SegmentOperator.Before, ReferenceId = since.Id, Value = "2021-04-04" });
        await Finds("zoe@exemple.fr", new() { Subject = SegmentSubject.Field, Operator = SegmentOperator.MoreThanDaysAgo, ReferenceId = since.Id, Value = "365" });
        await Finds("zoe@exemple.fr", new() { Subject = SegmentSubject.Tag, ReferenceId = tag.Id });
        await Finds("zoe@exemple.fr", new() { Subject = SegmentSubject.List, ReferenceId = list.Id });
        await Finds("paul@mairie.fr x@exemple.fr", new() { Subject = SegmentSubject.Consent, Operator = SegmentOperator.IsNot, Value = "Information" });
        await Finds("paul@mairie.fr", new() { Subject = SegmentSubject.Email, Operator = SegmentOperator.EndsWith, Value = "@mairie.fr" });
        await Finds("zoe@exemple.fr", new() { Subject = SegmentSubject.FirstName, Value = "ZOE" });
        await Finds("x@exemple.fr", new() { Subject = SegmentSubject.FirstName, Operator = SegmentOperator.IsNotSet });
        await Finds("paul@mairie.fr x@exemple.fr zoe@exemple.fr", new() { Subject = SegmentSubject.Joined, Operator = SegmentOperator.WithinDays, Value = "1" });
        await Finds("", new() { Subject = SegmentSubject.FirstName, Operator = SegmentOperator.Contains, Value = "100%_'" });

        async Task Finds(string expected, SegmentConditionDto condition)
        {
            var preview = await space.Admin.PostAsync<SegmentPreviewDto>($"{Path}/preview", new PreviewSegmentDto { Rule = Rule(condition) });
            string.Join(' ', preview.Contacts.Select(c => c.Email)).ShouldBe(expected, $"{condition.Subject} {condition.Operator} {condition.Value}");
            preview.Count.Count.ShouldBe(preview.Contacts.Count);
        }
    }

    [Fact]
    public async Task Groups_join_by_all_or_any()
    {
        var space = await hub.Given.AnAssociation();
        foreach (var (email, name) in new[] { ("a@un.fr", "Ana"), ("b@un.fr", "Bob"), ("a@deux.fr", "Ana") }) await AContactAsync(space, email, name, null, consent: false, []);
        var rule = new SegmentRuleDto
        {
            Match = SegmentMatch.All,
            Groups =
            [
                new() { Match = SegmentMatch.Any, Conditions = [new() { Subject = SegmentSubject.FirstName, Value = "Ana" }, new() { Subject = SegmentSubject.FirstName, Value = "Zoé" }] },
                new() { Conditions = [new() { Subject = SegmentSubject.Email, Operator = SegmentOperator.EndsWith, Value = "@un.fr" }] },
            ],
        };
        var segment = await space.Admin.PostAsync<SegmentDto>(Path, new CreateUpdateSegmentDto { Name = "Les Ana", Rule = rule });
        (await MembersAsync(space, segment.Id)).ShouldBe(["a@un.fr"]);
        rule.Match = SegmentMatch.Any;
        await space.Admin.PutAsync<SegmentDto>($"{Path}/{segment.Id}", new CreateUpdateSegmentDto { Name = "Les Ana", Rule = rule, ConcurrencyStamp = segment.ConcurrencyStamp });
        (await MembersAsync(space, segment.Id)).ShouldBe(["a@deux.fr", "a@un.fr", "b@un.fr"]);
    }

    [Theory]
    [InlineData(SegmentSubject.Joined, SegmentOperator.Before, "hier")]
    [InlineData(SegmentSubject.Joined, SegmentOperator.Is, "2026-01-01")]
    [InlineData(SegmentSubject.Consent, SegmentOperator.Is, "Statutory")]
    [InlineData(SegmentSubject.FirstName, SegmentOperator.Is, " ")]
    [InlineData(SegmentSubject.List, SegmentOperator.Is, null)]
    [InlineData((SegmentSubject)99, SegmentOperator.Is, "x")]
    public async Task A_condition_that_means_nothing_is_refused(SegmentSubject subject, SegmentOperator @operator, string? value)
    {
        var space = await hub.Given.AnAssociation();
        var rule = Rule(new SegmentConditionDto { Subject = subject, Operator = @operator, Value = value });
        var response = await space.Admin.SendAsync(HttpMethod.Post, $"{Path}/preview", new PreviewSegmentDto { Rule = rule });
        ((int)response.StatusCode).ShouldBeInRange(400, 499);
    }

    [Fact]
    public async Task A_letter_to_a_segment_goes_to_those_of_its_lists_who_are_in_it_as_it_was_ordered()
    {
        var space = await hub.Given.AnAssociation();
        var town = await AFieldAsync(space, "Quartier", ContactFieldType.Text);
        var here = await AContactAsync(space, $"h{Guid.NewGuid():N}@exemple.fr", "Zoé", null, consent: true, [], (town.Name, "Ici"));
        var there = await AContactAsync(space, $"t{Guid.NewGuid():N}@exemple.fr", "Paul", null, consent: true, [], (town.Name, "Là"));
        var segment = await space.Admin.PostAsync<SegmentDto>(Path, new CreateUpdateSegmentDto
        {
            Name = "D'ici", Rule = Rule(new SegmentConditionDto { Subject = SegmentSubject.Field, ReferenceId = town.Id, Value = "Ici" }),
        });
        var letter = await space.Admin.PostAsync<CampaignDto>("/api/mailing/campaign", new CreateCampaignDto
        {
            Subject = "À {{quartier|vous}}", SegmentId = segment.Id,
            Content = """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"Bonjour"}]}""",
        });
        (await space.Admin.GetAsync<CampaignPreflightDto>($"/api/mailing/campaign/{letter.Id}/preflight")).Recipients.ShouldBe(1);
        await space.Admin.PostAsync<CampaignDto>($"/api/mailing/campaign/{letter.Id}/send", new SendCampaignDto { ConcurrencyStamp = letter.ConcurrencyStamp });
        var refusal = await space.Admin.SendAsync(HttpMethod.Delete, $"{Path}/{segment.Id}");
        (await refusal.CodeAsync()).ShouldBe(MailingErrorCodes.SegmentUsedByCampaign);
        await space.Admin.PutAsync<SegmentDto>($"{Path}/{segment.Id}", new CreateUpdateSegmentDto { Name = "Tous" });

        await hub.RunJobsAsync();

        hub.Mail.To(here.Email).ShouldHaveSingleItem().Subject.ShouldBe("À Ici");
        hub.Mail.To(there.Email).ShouldBeEmpty();
        (await space.Admin.PostAsync<SegmentPreviewDto>($"{Path}/preview", new PreviewSegmentDto
        {
            Rule = Rule(new SegmentConditionDto { Subject = SegmentSubject.Campaign, ReferenceId = letter.Id }),
        })).Contacts.ShouldHaveSingleItem().Id.ShouldBe(here.Id);
    }

    [Fact]
    public async Task A_language_is_found_however_it_was_written_and_a_day_begins_in_Paris()
    {
        var space = await hub.Given.AnAssociation();
        var contact = await space.Admin.PostAsync<ContactDto>(Contacts, new CreateContactDto { Email = "a@exemple.fr", Language = "FR" });
        // Half past eleven in the evening in London is the next day in Paris.
        await hub.InAsync(space.TenantId, null, async p => await (await p.GetRequiredService<IDbContextProvider<AbpDbContext>>().GetDbContextAsync()).Set<Contact>()
            .Where(c => c.Id == contact.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.CreationTime, new DateTime(2026, 1, 9, 23, 30, 0, DateTimeKind.Utc))));

        (await CountAsync(SegmentSubject.Language, SegmentOperator.Is, "fr")).ShouldBe(1);
        (await CountAsync(SegmentSubject.Joined, SegmentOperator.Before, "2026-01-10")).ShouldBe(0);
        (await CountAsync(SegmentSubject.Joined, SegmentOperator.After, "2026-01-09")).ShouldBe(1);

        async Task<int> CountAsync(SegmentSubject subject, SegmentOperator @operator, string value) => (await space.Admin.PostAsync<SegmentPreviewDto>(
            $"{Path}/preview", new PreviewSegmentDto { Rule = Rule(new SegmentConditionDto { Subject = subject, Operator = @operator, Value = value }) })).Contacts.Count;
    }

    [Fact]
    public async Task What_a_segment_speaks_of_is_not_deleted_under_it()
    {
        var space = await hub.Given.AnAssociation();
        var field = await AFieldAsync(space, "Quartier", ContactFieldType.Text);
        await space.Admin.PostAsync<SegmentDto>(Path, new CreateUpdateSegmentDto
        {
            Name = "D'ici", Rule = Rule(new SegmentConditionDto { Subject = SegmentSubject.Field, ReferenceId = field.Id, Value = "Ici" }),
        });
        (await (await space.Admin.SendAsync(HttpMethod.Delete, $"/api/mailing/contact-field/{field.Id}")).CodeAsync()).ShouldBe(MailingErrorCodes.UsedBySegment);
    }

    internal static Task<ContactFieldDto> AFieldAsync(TestSpace space, string label, ContactFieldType type, params string[] choices) =>
        space.Admin.PostAsync<ContactFieldDto>("/api/mailing/contact-field", new CreateContactFieldDto { Label = label, Type = type, Choices = [.. choices] });

    private static SegmentRuleDto Rule(SegmentConditionDto condition) => new() { Groups = [new() { Conditions = [condition] }] };

    private static Task<ContactDto> AContactAsync(
        TestSpace space, string email, string? name, Guid? list, bool consent, List<string> tags, params (string Name, string Value)[] fields) =>
        space.Admin.PostAsync<ContactDto>(Contacts, new CreateContactDto
        {
            Email = email, FirstName = name, Tags = tags, ListIds = list is { } id ? [id] : [],
            Fields = fields.ToDictionary(f => f.Name, f => (string?)f.Value),
            Consents = consent ? [new() { Proof = "Bulletin" }] : [],
        });

    private static async Task<List<string>> MembersAsync(TestSpace space, Guid segmentId) =>
        [.. (await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>($"{Contacts}?segmentId={segmentId}")).Items.Select(c => c.Email)];
}
