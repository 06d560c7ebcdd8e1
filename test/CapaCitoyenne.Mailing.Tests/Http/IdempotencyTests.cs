using System.Net;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Idempotency;
using CapaCitoyenne.Mailing.Imports;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Segments;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Http;

[Collection("Pickup")]
public class IdempotencyTests(PickupHub hub)
{
    private const string Contacts = "/api/mailing/contact";

    [Fact]
    public async Task A_repeated_request_gets_the_first_answer_and_nothing_is_done_twice()
    {
        var space = await hub.Given.AnAssociation();
        var (key, contact) = (NewKey(), new CreateContactDto { Email = $"a-{Guid.NewGuid():N}@exemple.fr" });

        var first = await SendAsync(space, Contacts, key, contact);
        var second = await SendAsync(space, Contacts, key, contact);

        second.StatusCode.ShouldBe(first.StatusCode);
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await second.ReadAsync<ContactDto>()).Id.ShouldBe((await first.ReadAsync<ContactDto>()).Id);
    }

    [Fact]
    public async Task The_keys_of_somebody_who_leaves_are_forgotten()
    {
        var space = await hub.Given.AnAssociation();
        var (key, list) = (NewKey(), new CreateUpdateMailingListDto { Name = "Bénévoles" });
        await SendAsync(space, "/api/mailing/mailing-list", key, list);

        await hub.ForgetsAsync(space.Person());

        (await SendAsync(space, "/api/mailing/mailing-list", key, list)).Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
    }

    [Fact]
    public async Task A_list_a_segment_and_a_field_are_made_once_however_often_they_are_asked_for()
    {
        var space = await hub.Given.AnAssociation();
        (string Path, object Body)[] calls =
        [
            ("/api/mailing/mailing-list", new CreateUpdateMailingListDto { Name = "Bénévoles" }),
            ("/api/mailing/segment", new CreateUpdateSegmentDto { Name = "Tout le monde" }),
            ("/api/mailing/contact-field", new CreateContactFieldDto { Label = "Quartier" }),
        ];
        foreach (var (path, body) in calls)
        {
            var key = NewKey();
            var first = await (await SendAsync(space, path, key, body)).ReadAsync<EntityDto<Guid>>();
            (await (await SendAsync(space, path, key, body)).ReadAsync<EntityDto<Guid>>()).Id.ShouldBe(first.Id, path);
        }
    }

    [Fact]
    public async Task A_key_stands_for_one_request_only()
    {
        var space = await hub.Given.AnAssociation();
        var key = NewKey();
        await SendAsync(space, Contacts, key, new CreateContactDto { Email = $"b-{Guid.NewGuid():N}@exemple.fr" });

        var other = await SendAsync(space, Contacts, key, new CreateContactDto { Email = $"c-{Guid.NewGuid():N}@exemple.fr" });

        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await other.CodeAsync()).ShouldBe(MailingErrorCodes.IdempotencyKeyReused);
    }

    [Fact]
    public async Task A_refused_request_leaves_its_key_free()
    {
        var space = await hub.Given.AnAssociation();
        var key = NewKey();
        (await SendAsync(space, Contacts, key, new CreateContactDto { Email = "pas une adresse" })).IsSuccessStatusCode.ShouldBeFalse();

        (await SendAsync(space, Contacts, key, new CreateContactDto { Email = $"d-{Guid.NewGuid():N}@exemple.fr" })).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task While_the_first_is_under_way_the_second_waits_outside()
    {
        var space = await hub.Given.AnAssociation();
        var key = NewKey();
        var contact = new CreateContactDto { Email = $"e-{Guid.NewGuid():N}@exemple.fr" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(space, Contacts, key, contact)));

        answers.Count(a => a.IsSuccessStatusCode).ShouldBeGreaterThan(0);
        answers.Where(a => !a.IsSuccessStatusCode).ShouldAllBe(a => a.StatusCode == HttpStatusCode.Conflict);
        var ids = await Task.WhenAll(answers.Where(a => a.IsSuccessStatusCode).Select(async a => (await a.ReadAsync<ContactDto>()).Id));
        ids.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_send_and_an_upload_can_be_repeated()
    {
        var space = await hub.Given.AnAssociation();
        await space.Admin.PostAsync<ContactDto>(Contacts, new CreateContactDto
        {
            Email = $"f-{Guid.NewGuid():N}@exemple.fr", Consents = [new GrantConsentDto { Purpose = ConsentPurpose.Information, Proof = "bulletin" }],
        });
        var letter = await space.Admin.PostAsync<CampaignDto>("/api/mailing/campaign", new CreateCampaignDto { Subject = "Bonjour", Content = """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"Samedi."}]}""" });
        var key = NewKey();
        (await SendAsync(space, $"/api/mailing/campaign/{letter.Id}/send", key, new SendCampaignDto())).EnsureSuccess();
        (await SendAsync(space, $"/api/mailing/campaign/{letter.Id}/send", key, new SendCampaignDto())).EnsureSuccess();

        var upload = NewKey();
        var first = await (await SendAsync(space, "/api/mailing/contact-import/upload", upload, AFile())).EnsureSuccess().ReadAsync<ContactImportDto>();
        var second = await (await SendAsync(space, "/api/mailing/contact-import/upload", upload, AFile())).EnsureSuccess().ReadAsync<ContactImportDto>();

        second.Id.ShouldBe(first.Id);
    }

    [Fact]
    public async Task After_a_day_a_key_is_forgotten()
    {
        var space = await hub.Given.AnAssociation();
        await SendAsync(space, Contacts, NewKey(), new CreateContactDto { Email = $"g-{Guid.NewGuid():N}@exemple.fr" });
        var age = DateTime.UtcNow.AddDays(-2);
        await hub.InAsync(space.TenantId, null, p => p.GetRequiredService<IRepository<IdempotentRequest, Guid>>()
            .InsertAsync(new IdempotentRequest(Guid.CreateVersion7(), space.AdminId, "an-old-key", new string('0', 64), age)));

        await hub.InAsync(null, null, p => p.GetRequiredService<IdempotencyWorker>().DoWorkAsync());

        var left = await hub.InAsync(space.TenantId, null, p => p.GetRequiredService<IRepository<IdempotentRequest, Guid>>().GetListAsync());
        left.ShouldHaveSingleItem().Key.ShouldNotBe("an-old-key");
    }

    private static string NewKey() => Guid.NewGuid().ToString("N");

    private static MultipartFormDataContent AFile() => new() { { new StringContent("email;prenom\nzoe@exemple.fr;Zoé\n"), "file", "adherents.csv" } };

    private static Task<HttpResponseMessage> SendAsync(TestSpace space, string path, string key, object body) =>
        space.Admin.SendAsync(HttpMethod.Post, path, body, (IdempotentAttribute.Header, key));
}
