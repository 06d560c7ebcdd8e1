using System.Net;
using CapaCitoyenne.Associations.Sessions;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Associations;

public class RateLimitTests(RateLimitTests.StrictHub hub) : IClassFixture<RateLimitTests.StrictHub>
{
    public sealed class StrictHub : HubFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("RateLimits:anonymous-write:PermitLimit", "3")];
    }

    [Fact]
    public async Task The_fourth_attempt_is_told_when_to_come_back()
    {
        var browser = hub.NewBrowser();
        var input = new SignInInput { Email = People.NewEmail(), Password = "x" };
        for (var attempt = 0; attempt < 3; attempt++)
            (await browser.SendAsync(HttpMethod.Post, "/api/associations/session", input)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        var response = await browser.SendAsync(HttpMethod.Post, "/api/associations/session", input);

        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter.ShouldNotBeNull();
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.CodeAsync()).ShouldBe("Abp:TooManyRequests");
        (await browser.Http.GetAsync("/connexion")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
