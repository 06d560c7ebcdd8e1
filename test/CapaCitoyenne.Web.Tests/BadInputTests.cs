using System.Text;
using System.Text.Json.Nodes;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Web.Tests;

/// <summary>Whatever is sent to any route, the answer is a clear refusal and never a 500. The routes come from the API document.</summary>
public sealed class BadInputTests(HubFixture hub)
{
    private static readonly string[] EndsTheSession = ["/api/associations/session", "/api/associations/member/leave"];

    public static TheoryData<string> Bodies =>
    [
        "{", "[]", "null", "\"texte\"", "12", "{\"id\": {}}", "", "\u0000", "{\"concurrencyStamp\": 1, \"name\": [], \"document\": \"{\"}", new string('[', 2000),
    ];

    [Theory, MemberData(nameof(Bodies))]
    public async Task A_body_that_is_not_what_was_asked_is_refused(string body)
    {
        var space = await hub.Given.AnAssociation();
        await NeverFailsAsync(space, route => route.Operation["requestBody"] is null ? null : new StringContent(body, Encoding.UTF8, "application/json"));
    }

    [Fact]
    public async Task A_body_of_the_right_shape_full_of_nonsense_is_refused_or_kept()
    {
        var space = await hub.Given.AnAssociation();
        var document = await ApiDocument.ReadAsync(hub);
        await NeverFailsAsync(space, route => document.Body(route, Guid.NewGuid()) is { } body ? Json(Spoil(body)) : null);
    }

    [Theory]
    [InlineData("?maxResultCount=-1&skipCount=-5")]
    [InlineData("?maxResultCount=abc&cursor=%00%ff&filter=%27%22%3C")]
    [InlineData("?cursor=AAAA&after=0&sorting=1%3Bdrop&status=9999&tenantId=x&slug=..%2F..%2F&query=%EF%BF%BD")]
    public async Task Strange_questions_get_an_answer(string query)
    {
        var space = await hub.Given.AnAssociation();
        var failed = new List<string>();
        foreach (var route in (await ApiDocument.ReadAsync(hub)).Routes.Where(route => route.Method == HttpMethod.Get))
        {
            var response = await space.Admin.SendAsync(route.Method, route.With(Guid.NewGuid()) + query);
            if ((int)response.StatusCode >= 500)
            {
                failed.Add($"{route} → {(int)response.StatusCode}");
            }
        }

        failed.ShouldBeEmpty();
    }

    private async Task NeverFailsAsync(TestSpace space, Func<ApiRoute, HttpContent?> body)
    {
        var failed = new List<string>();
        foreach (var route in (await ApiDocument.ReadAsync(hub)).Routes.Where(route => !EndsTheSession.Contains(route.Path)))
        {
            if (body(route) is { } content)
            {
                var response = await space.Admin.SendAsync(route.Method, route.With(Guid.NewGuid()), content);
                if ((int)response.StatusCode >= 500)
                {
                    failed.Add($"{route} → {(int)response.StatusCode}");
                }
            }
        }

        failed.ShouldBeEmpty();
    }

    private static StringContent Json(JsonNode node) => new(node.ToJsonString(), Encoding.UTF8, "application/json");

    /// <summary>Every text becomes what forms should fear: markup, a broken pair, quotes, a right-to-left mark.</summary>
    private static JsonNode Spoil(JsonNode node)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields.ToList())
                {
                    fields[name] = value is null ? null : Spoil(value.DeepClone());
                }

                return fields;
            case JsonArray items:
                return new JsonArray([.. items.Select(item => item is null ? null : Spoil(item.DeepClone()))]);
            case JsonValue text when text.TryGetValue<string>(out var word) && word == "aaa":
                return JsonValue.Create("<script>alert(1)</script>'\"\u202e{{x}} %s \\ ☃");
            default:
                return node;
        }
    }
}
