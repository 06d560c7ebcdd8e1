using CapaCitoyenne.Associations.Profiles;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Sites.Public;

public class SpaceAddressTests(HubFixture hub)
{
    [Fact]
    public async Task A_space_that_changes_its_name_takes_its_readers_along_and_feeds_and_sitemap_follow()
    {
        var space = await hub.Given.AnOnlineSite();
        await space.APublishedPost("Fête");
        var slug = space.Slug + "-bis";
        await space.Admin.PostAsync<AssociationProfileDto>("/api/associations/association-profile/change-slug", new ChangeSlugInput { Slug = slug });

        var moved = await hub.VisitAsync(space.Slug, "/actualites/fete?x=1");
        moved.Headers.Location!.OriginalString.ShouldBe($"http://{slug}.localhost:5000/actualites/fete?x=1");
        (await hub.ReadAsync(slug, "/sitemap.xml")).ShouldNotContain($"//{space.Slug}.localhost");
        (await hub.ReadAsync(slug, "/feed.atom")).ShouldContain($"http://{slug}.localhost:5000/actualites/fete");
    }
}
