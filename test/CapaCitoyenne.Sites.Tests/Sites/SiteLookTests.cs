using System.Net;
using System.Text.Json;
using CapaCitoyenne.Sites.Pages;
using CsCheck;

using CapaCitoyenne.TestBase;
namespace CapaCitoyenne.Sites.Sites;

public class SiteLookTests(HubFixture hub)
{
    private static readonly Gen<string> Color = Gen.Int[0, 0xFFFFFF].Select(value => "#" + value.ToString("x6", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Whatever_the_colour_the_nearest_one_passes()
        => Color.Sample(color => Enum.GetValues<SiteColorUse>().All(use =>
        {
            var measured = ColorContrast.Measure(color, use);
            return measured.Passes ? measured.Nearest == color : ColorContrast.Measure(measured.Nearest, use).Passes;
        }));

    [Fact]
    public void Contrast_is_that_of_the_standard()
    {
        ColorContrast.Between("#000000", "#ffffff").ShouldBe(21, 0.001);
        ColorContrast.Between("#767676", "#ffffff").ShouldBe(4.54, 0.01);
    }

    [Fact]
    public async Task A_colour_that_cannot_be_read_is_refused_with_the_nearest_that_can()
    {
        var space = await hub.Given.AnAssociation();
        var response = await space.Admin.SendAsync(HttpMethod.Put, "/api/sites/site/look", new UpdateSiteLookInput { Theme = "place", AccentColor = "#ffee00" });
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await response.ReadAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe(SitesErrorCodes.ColorContrastTooLow);
        var nearest = problem.GetProperty("data").GetProperty("nearest").GetString()!;
        ColorContrast.Measure(nearest, SiteColorUse.Accent).Passes.ShouldBeTrue();
    }

    [Fact]
    public async Task The_chosen_look_shows_on_the_site()
    {
        var space = await hub.Given.AnOnlineSite();
        await space.Admin.PutAsync<SiteDto>("/api/sites/site/look", new UpdateSiteLookInput { Theme = "place", AccentColor = "#7A1FA2" });
        (await hub.ReadAsync(space.Slug, "/")).ShouldContain("class=\"site theme-place\"");
        (await StyleSheetAsync(space)).ShouldContain("--accent:#7a1fa2");
    }

    [Fact]
    public async Task A_theme_comes_with_its_fonts_unless_others_are_chosen()
    {
        var space = await hub.Given.AnOnlineSite();
        await space.Admin.PutAsync<SiteDto>("/api/sites/site/look", new UpdateSiteLookInput { Theme = "jardin" });
        (await StyleSheetAsync(space)).ShouldContain("Young Serif");

        await space.Admin.PutAsync<SiteDto>("/api/sites/site/look", new UpdateSiteLookInput { Theme = "jardin", FontPair = "hanken" });

        var css = await StyleSheetAsync(space);
        css.ShouldContain("Hanken Grotesk");
        css.ShouldNotContain("Young Serif");
    }

    [Fact]
    public async Task Every_theme_and_every_pair_of_fonts_makes_a_style_sheet_whose_files_are_there()
    {
        var space = await hub.Given.AnOnlineSite();
        foreach (var theme in Themes.All)
        {
            foreach (var pair in FontPairs.All)
            {
                var site = await space.Admin.PutAsync<SiteDto>("/api/sites/site/look", new UpdateSiteLookInput { Theme = theme.Name, FontPair = pair.Name });
                site.FontPair.ShouldBe(pair.Name);
            }
        }

        foreach (var pair in (await space.Admin.GetAsync<SiteDto>("/api/sites/site")).FontPairs)
        {
            (await hub.VisitAsync(space.Slug, pair.TitleUrl)).StatusCode.ShouldBe(HttpStatusCode.OK, pair.TitleUrl);
            (await hub.VisitAsync(space.Slug, pair.TextUrl)).StatusCode.ShouldBe(HttpStatusCode.OK, pair.TextUrl);
        }
    }

    [Fact]
    public async Task Fonts_that_do_not_exist_and_another_spaces_logo_are_refused()
    {
        var space = await hub.Given.AnAssociation();
        var fonts = await space.Admin.SendAsync(HttpMethod.Put, "/api/sites/site/look", new UpdateSiteLookInput { Theme = "place", FontPair = "comic" });
        (await fonts.CodeAsync()).ShouldBe(SitesErrorCodes.FontPairUnknown);
        var logo = await space.Admin.SendAsync(HttpMethod.Put, "/api/sites/site/look", new UpdateSiteLookInput { Theme = "place", LogoMediaId = Guid.NewGuid() });
        (await logo.CodeAsync()).ShouldBe(SitesErrorCodes.LogoUnknown);
    }

    [Fact]
    public async Task A_site_in_another_language_says_its_own_words_in_it_and_leaves_the_texts_alone()
    {
        var space = await hub.Given.AnOnlineSite();
        var page = await space.APublishedPage("Jardin", "Le mot \"lang\":\"fr\" reste.");

        (await space.Admin.PutAsync<SiteDto>("/api/sites/site/language", new UpdateSiteLanguageInput { Language = "en" })).Language.ShouldBe("en");

        var html = await hub.ReadAsync(space.Slug, "/jardin");
        html.ShouldContain("<html lang=\"en\"");
        html.ShouldContain("Skip to content");
        var after = await space.Admin.GetAsync<PageDto>($"/api/sites/page/{page.Id}");
        after.Document.ShouldBe(page.Document.Replace("\"page/1\",\"lang\":\"fr\"", "\"page/1\",\"lang\":\"en\"", StringComparison.Ordinal));
        (after.HasChanges, after.Revision).ShouldBe((false, page.Revision));
    }

    [Fact]
    public async Task A_language_that_the_hub_does_not_speak_is_refused()
    {
        var space = await hub.Given.AnAssociation();
        (await (await space.Admin.SendAsync(HttpMethod.Put, "/api/sites/site/language", new UpdateSiteLanguageInput { Language = "tlh" })).CodeAsync()).ShouldBe(SitesErrorCodes.LanguageUnknown);
    }

    private async Task<string> StyleSheetAsync(TestSpace space)
    {
        var html = await hub.ReadAsync(space.Slug, "/");
        return await hub.ReadAsync(space.Slug, html.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0]);
    }
}
