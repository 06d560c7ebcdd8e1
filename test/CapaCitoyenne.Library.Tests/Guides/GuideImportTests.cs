using CapaCitoyenne.Library.Commons;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Library.Guides;

/// <summary>A guide that leaves as a file and comes back keeps its author, its source and what the source's licence asks for.</summary>
public sealed class GuideImportTests(HubFixture hub)
{
    [Fact]
    public async Task A_file_finds_its_source_again()
    {
        var (space, copy, _) = await AnAdaptation();
        copy = await space.Rewrites(copy, update => update.AuthorName = "Odile Perrin");

        var again = await Imports(space, await Exports(space, copy));

        var attribution = again.Attributions.ShouldHaveSingleItem();
        (attribution.Path, attribution.Text).ShouldBe((copy.Attributions[0].Path, copy.Attributions[0].Text));
        again.AuthorName.ShouldBe("Odile Perrin");
        again.AllowedLicences.ShouldBe(copy.AllowedLicences);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_does_not_give_away_what_its_source_wants_attributed(bool isKnown)
    {
        var (space, copy, shared) = await AnAdaptation();
        var file = (await Exports(space, copy)).Replace("licence: \"CC-BY-SA-4.0\"\nauteur", "licence: \"CC0-1.0\"\nauteur", StringComparison.Ordinal);
        file = isKnown ? file : file.Replace(shared.Slug, "guide-d-ailleurs", StringComparison.Ordinal);

        var answer = await space.Admin.SendAsync(HttpMethod.Post, "/api/library/guide/import", new ImportGuideInput { Markdown = file });

        (await answer.CodeAsync()).ShouldBe(LibraryErrorCodes.LicenceIncompatible);
    }

    [Fact]
    public async Task The_attribution_of_an_unknown_source_stays_in_the_text()
    {
        var (space, copy, shared) = await AnAdaptation();
        var file = (await Exports(space, copy)).Replace(shared.Slug, "guide-d-ailleurs", StringComparison.Ordinal);

        var again = await Imports(space, file);

        again.Attributions.ShouldBeEmpty();
        (await Exports(space, again)).ShouldEndWith(copy.Attributions[0].Text + "\n");
    }

    private async Task<(TestSpace Space, GuideDto Copy, CommonsGuideDto Shared)> AnAdaptation()
    {
        var (_, shared) = await (await hub.Given.AnAssociation()).Shares(await hub.ACurator(), LibraryTestData.AGuide(LibraryTestData.Unique("Fête des voisins")));
        var space = await hub.Given.AnAssociation();
        return (space, await space.Admin.PostAsync<GuideDto>("/api/library/guide/adapt", new AdaptGuideInput { Slug = shared.Slug }), shared);
    }

    private static async Task<string> Exports(TestSpace space, GuideDto guide)
        => (await space.Admin.GetAsync<GuideMarkdownDto>($"/api/library/guide/{guide.Id}/markdown")).Markdown;

    private static Task<GuideDto> Imports(TestSpace space, string file) => space.Admin.PostAsync<GuideDto>("/api/library/guide/import", new ImportGuideInput { Markdown = file });
}
