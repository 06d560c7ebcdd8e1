using System.Text.Json.Nodes;
using CapaCitoyenne.Mailing.Automation;
using CapaCitoyenne.Sites.Integration;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Http;

[Collection("Pickup")]
public class GazetteWriterTests(PickupHub hub)
{
    [Fact]
    public void What_even_the_titles_have_no_room_for_is_counted_with_a_link_to_the_site()
    {
        var news = Enumerable.Range(1, 3).Select(i => new SiteNews(Guid.NewGuid(), $"post:{i}", $"Nouvelle {i}", DateTime.UtcNow, "Venez.", null, null)).ToList();
        var letter = JsonNode.Parse(hub.Services.GetRequiredService<GazetteWriter>().Write("fr", null, news[..1], [], new NewsInShort(news[1..], 2)))!;
        letter["blocks"]!.AsArray().Single(block => (string?)block!["id"] == "short")!["markdown"]!.GetValue<string>()
            .ShouldBe("## En bref\n\n- [Nouvelle 2](post:2)\n- [Nouvelle 3](post:3)\n\n[Et 2 autres nouvelles sur notre site](/actualites)");
    }
}
