using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Sites.Members;

public sealed class SignatureTests(HubFixture hub)
{
    [Fact]
    public async Task News_stay_online_without_the_name_of_whoever_left_and_readers_see_it_at_once()
    {
        var space = await hub.Given.AnOnlineSite();
        var post = await space.APublishedPost("La fête du canal");
        (await hub.ReadAsync(space.Slug, post.Path)).ShouldContain("Léa Bonnet");

        var file = await hub.CollectsAsync("sites", space.Person());
        await hub.ForgetsAsync(space.Person());

        file.ShouldContain("La fête du canal");
        var page = await hub.ReadAsync(space.Slug, post.Path);
        page.ShouldContain("La fête du canal");
        page.ShouldNotContain("Léa Bonnet");
        var stored = await space.Admin.GetAsync<PostDto>($"/api/sites/post/{post.Id}");
        stored.AuthorName.ShouldBeNull();
        stored.HasChanges.ShouldBeFalse();
    }

    [Fact]
    public async Task News_of_a_namesake_keep_their_name()
    {
        var (leaver, namesake) = (await hub.Given.AnOnlineSite(), await hub.Given.AnOnlineSite());
        var post = await namesake.APublishedPost("La fête du canal");

        await hub.ForgetsAsync(leaver.Person());

        (await hub.ReadAsync(namesake.Slug, post.Path)).ShouldContain("Léa Bonnet");
    }
}
