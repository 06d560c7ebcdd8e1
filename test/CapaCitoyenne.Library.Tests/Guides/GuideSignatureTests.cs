using CapaCitoyenne.Abp.EntityFrameworkCore;
using CapaCitoyenne.Library.Search;
using CapaCitoyenne.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Library.Guides;

public sealed class GuideSignatureTests(HubFixture hub)
{
    [Fact]
    public async Task A_shared_guide_keeps_its_text_and_its_association_and_loses_the_name_of_whoever_left()
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        var title = LibraryTestData.Unique("Tenir une permanence");
        var (guide, shared) = await space.Shares(curator, LibraryTestData.AGuide(title));
        shared.AuthorName.ShouldBe("Léa Bonnet");
        (await IsFoundByAsync(shared.Id, "Bonnet")).ShouldBeTrue();

        var file = await hub.CollectsAsync("library", space.Person());
        await hub.ForgetsAsync(space.Person());

        file.ShouldContain(title);
        var after = await hub.NewBrowser().ReadsShared(guide.CommonsPath!);
        (after.Title, after.AuthorName, after.OwnerName).ShouldBe((title, "", space.Name));
        (await space.Rereads(guide)).AuthorName.ShouldBeEmpty();
        var page = await hub.NewBrowser().Http.GetStringAsync(guide.CommonsPath);
        page.ShouldContain(title);
        page.ShouldNotContain("Bonnet");
        (await IsFoundByAsync(shared.Id, "Bonnet")).ShouldBeFalse();
        (await IsFoundByAsync(shared.Id, "permanence")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_guide_signed_by_somebody_else_keeps_that_name()
    {
        var space = await hub.Given.AnAssociation();
        var guide = await space.Writes();
        guide = await space.Rewrites(guide, update => update.AuthorName = "Le collectif des Bruyères");

        await hub.ForgetsAsync(space.Person());

        (await space.Rereads(guide)).AuthorName.ShouldBe("Le collectif des Bruyères");
    }

    [Fact]
    public async Task A_namesake_keeps_their_name()
    {
        var (leaver, namesake) = (await hub.Given.AnAssociation(), await hub.Given.AnAssociation());
        var guide = await namesake.Writes();

        await hub.ForgetsAsync(leaver.Person());

        (await namesake.Rereads(guide)).AuthorName.ShouldBe("Léa Bonnet");
    }

    private Task<bool> IsFoundByAsync(Guid snapshot, string word) => hub.InAsync(null, null, async services =>
    {
        var terms = FrenchAnalyzer.Index(word).Select(term => term.Term).ToList();
        var context = await services.GetRequiredService<IDbContextProvider<AbpDbContext>>().GetDbContextAsync();
        return await context.Set<CommonsTerm>().AnyAsync(term => term.CommonsGuideId == snapshot && terms.Contains(term.Term));
    });
}
