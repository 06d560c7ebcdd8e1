using System.Net;
using System.Text.Json;
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
        var html = await hub.ReadAsync(space.Slug, "/");
        html.ShouldContain("class=\"site theme-place\"");
        var path = html.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0];
        (await hub.ReadAsync(space.Slug, path)).ShouldContain("--accent:#7a1fa2");
    }
}
