using CapaCitoyenne.Associations.Profiles;
using CapaCitoyenne.Learning.Catalogue;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Learning.Tasks;

/// <summary>The exercise of the starter course, from the lesson to the site and back.</summary>
public class HomePageExerciseTests(LearningHub hub)
{
    [Fact]
    public async Task A_learner_publishes_the_home_page_and_the_exercise_is_ticked()
    {
        var space = await hub.Given.AnAssociation();
        var course = await space.Admin.OnTheHub().GetAsync<CatalogueCourseDto>("/api/learning/catalogue/course?slug=" + StarterCatalogue.PublishHomePageSlug);
        var check = $"/api/learning/catalogue/{course.Lessons[^1].Id}/check-task";
        var before = await space.Admin.OnTheHub().PostAsync<TaskResultDto>(check, new CheckTaskInput { SpaceId = space.TenantId });
        before.Passed.ShouldBeFalse();
        before.Findings.ShouldNotBeEmpty();
        before.Findings.ShouldAllBe(finding => finding.Link!.StartsWith($"/espace/{space.Slug}/", StringComparison.Ordinal));

        await FillProfileAsync(space);
        var home = (await space.Admin.GetAsync<ListResultDto<PageListItemDto>>("/api/sites/page")).Items.Single(page => page.Kind == PageKind.Home);
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{home.Id}/publish");
        await hub.RunJobsAsync();

        (await new LearnerPages(space.Admin).OpenAsync(StarterCatalogue.PublishHomePageExercise)).ShouldContain("Réussi");
    }

    private static async Task FillProfileAsync(TestSpace space)
    {
        var profile = await space.Admin.GetAsync<AssociationProfileDto>("/api/associations/association-profile");
        await space.Admin.PutAsync<AssociationProfileDto>("/api/associations/association-profile", new UpdateAssociationProfileInput
        {
            Name = profile.Name,
            Town = profile.Town,
            ContactName = profile.ContactName,
            ContactEmail = profile.ContactEmail,
            Address = "12, rue des Deux-Portes, 75002 Paris",
            Phone = "01 23 45 67 89",
            DirectorOfPublication = "Léa Bonnet",
            RnaNumber = profile.RnaNumber,
            ConcurrencyStamp = profile.ConcurrencyStamp,
        });
    }
}
