using System.Text;
using CapaCitoyenne.Learning.Catalogue;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Imports;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Learning.Tasks;

/// <summary>The exercises of « Écrire à son carnet », from the lesson to the letters and back: nobody checks a second time.</summary>
public class MailingExerciseTests(LearningHub hub)
{
    private const string Letter = """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"Le jardin ouvre samedi."}]}""";

    /// <summary>A learner who had the exercise checked too early.</summary>
    private async Task<TestSpace> ALearnerWhoWaitsAsync(string lesson)
    {
        var space = await hub.Given.AnAssociation();
        var course = await space.Admin.OnTheHub().GetAsync<CatalogueCourseDto>("/api/learning/catalogue/course?slug=" + StarterCatalogue.WriteToPeopleSlug);
        var id = course.Lessons.Single(candidate => StarterCatalogue.WriteToPeople + "/" + candidate.Slug == lesson).Id;
        (await space.Admin.OnTheHub().PostAsync<TaskResultDto>($"/api/learning/catalogue/{id}/check-task", new CheckTaskInput { SpaceId = space.TenantId })).Passed.ShouldBeFalse();
        return space;
    }

    private static Task WriteDownAsync(TestSpace space) => space.Admin.PostAsync<ContactDto>("/api/mailing/contact", new CreateContactDto
    {
        Email = $"c{Guid.NewGuid():N}@exemple.fr", Consents = [new() { Proof = "Bulletin d'adhésion" }],
    });

    private static async Task<bool> IsTickedAsync(TestSpace space, string lesson) => (await new LearnerPages(space.Admin).OpenAsync(lesson)).Contains("Réussi", StringComparison.Ordinal);

    [Fact]
    public async Task Writing_somebody_down_with_their_agreement_ticks_the_first()
    {
        var space = await ALearnerWhoWaitsAsync(StarterCatalogue.ImportContacts);
        await WriteDownAsync(space);
        await hub.RunJobsAsync();
        (await IsTickedAsync(space, StarterCatalogue.ImportContacts)).ShouldBeTrue();
    }

    [Fact]
    public async Task Importing_a_file_ticks_the_first()
    {
        var space = await ALearnerWhoWaitsAsync(StarterCatalogue.ImportContacts);
        const string Imports = "/api/mailing/contact-import";
        var file = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("Courriel\nzoe@exemple.fr\n")), "file", "carnet.csv" } };
        var import = await (await space.Admin.SendAsync(HttpMethod.Post, Imports + "/upload", file)).EnsureSuccess().ReadAsync<ContactImportDto>();
        await space.Admin.PostAsync<ContactImportDto>($"{Imports}/{import.Id}/check", new CheckContactImportDto { Columns = import.Columns, HasHeader = import.HasHeader });
        await hub.RunJobsAsync();
        (await IsTickedAsync(space, StarterCatalogue.ImportContacts)).ShouldBeFalse();

        await space.Admin.PostAsync<ContactImportDto>($"{Imports}/{import.Id}/start", new StartContactImportDto { Origin = "Bulletins d’adhésion 2026", Purposes = [ConsentPurpose.Information] });
        await hub.RunJobsAsync();

        (await IsTickedAsync(space, StarterCatalogue.ImportContacts)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_letter_that_has_left_ticks_the_third()
    {
        var space = await ALearnerWhoWaitsAsync(StarterCatalogue.ReadResults);
        await WriteDownAsync(space);
        var letter = await space.Admin.PostAsync<CampaignDto>("/api/mailing/campaign", new CreateCampaignDto { Subject = "Samedi", Content = Letter });
        await space.Admin.PostAsync<CampaignDto>($"/api/mailing/campaign/{letter.Id}/send", new SendCampaignDto { ConcurrencyStamp = letter.ConcurrencyStamp });
        await hub.RunJobsAsync();
        (await IsTickedAsync(space, StarterCatalogue.ReadResults)).ShouldBeTrue();
    }
}
