using AngleSharp.Html.Parser;
using CapaCitoyenne.Sites.Documents.Prose;
using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Tests;

public class HtmlNetTests
{
    private static readonly string[] Pieces =
    [
        "<", ">", "\"", "'", "/", "=", "&", ";", " ", "\0", "\n", "\t", "<!--", "-->", "<![CDATA[", "<?x", "<p>", "</p>", "<a href=\"/x\">", "</a>", "<br>", "<br/>", "</br>", "<hr>", "<table>", "<tr>", "<td>",
        "<script>", "</script>", "<svg>", "<style>", "<img src=x onerror=alert(1)>", "<img src=\"/media/1\" alt=\"\">", " onclick=\"alert(1)\"", " style=\"color:red\"", " href=\"javascript:alert(1)\"",
        " href=\"&#106;avascript:alert(1)\"", " href=\"//evil.example\"", " href=\"/\\evil.example\"", " href=\"/&#47;evil.example\"", " href=\"/\n/evil.example\"", " src=\"data:text/html,x\"", " SRC=\"x\"", " class=\"x\"", "<P>", "<math>", "&quot;", "&lt;script&gt;",
    ];

    [Fact]
    public void Honest_prose_is_found_clean_without_being_parsed()
    {
        // Links in links are put right by the parser.
        foreach (var (name, markdown) in Corpus.All.Where(c => c.Name is not ("15-images.md" or "33-links-edge.md")))
            foreach (var target in new[] { WriterTarget.Web, WriterTarget.Feed, WriterTarget.Print })
                // The parser would have written the quotes back without their entity.
                Given.Markdown("\"témoin\"\n\n" + markdown).Write(target).ShouldContain("&quot;témoin&quot;", Case.Sensitive, name);
    }

    [Fact]
    public void What_is_found_clean_is_what_the_sanitizer_leaves_as_it_is()
    {
        var random = new Random(20261126);
        string[] honest = [.. Corpus.All.Select(c => Given.Markdown(c.Markdown).Write(WriterTarget.Web)).Where(html => html.Length < 3000), "<p>x</p>", "<p><a href=\"https://x.fr\">x</a></p>"];
        var (clean, foul) = (0, 0);
        for (var i = 0; i < 6000; i++)
        {
            var html = honest[random.Next(honest.Length)];
            for (var changes = random.Next(1, 4); changes > 0; changes--) html = Change(html, random);
            if (!HtmlNet.IsClean(html))
            {
                foul++;
                continue;
            }
            clean++;
            // The document fragment as browsers read it, before and after.
            HtmlNet.Sanitize(html).ShouldBe(new HtmlParser().ParseDocument("<body>" + html).Body!.InnerHtml, html);
        }
        clean.ShouldBeGreaterThan(500);
        foul.ShouldBeGreaterThan(500);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<p onclick=\"alert(1)\">x</p>")]
    [InlineData("<p style=\"position:fixed\">x</p>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<a href=\"&#106;avascript:alert(1)\">x</a>")]
    [InlineData("<a href=\" javascript:alert(1)\">x</a>")]
    [InlineData("<a href=\"httpx:alert(1)\">x</a>")]
    [InlineData("<a href=\"//evil.example\">x</a>")]
    [InlineData("<a href=\"/\\evil.example\">x</a>")]
    [InlineData("<a href=\"/&#47;evil.example\">x</a>")]
    [InlineData("<a href=\"x\">x</a>")]
    [InlineData("<p title='x' onclick='y'>x</p>")]
    [InlineData("<p title=\"a\"onclick=\"b\">x</p>")]
    [InlineData("<p><!-- x --></p>")]
    [InlineData("<p>x")]
    [InlineData("<em><p>x</em></p>")]
    [InlineData("<a href=\"/a\">x<a href=\"/b\">y</a></a>")]
    [InlineData("<P>x</P>")]
    [InlineData("<p>\0</p>")]
    [InlineData("<p>a > b</p>")]
    [InlineData("<br/>")]
    [InlineData("<")]
    public void What_is_not_plain_is_left_to_the_sanitizer(string html) => HtmlNet.IsClean(html).ShouldBeFalse();

    [Fact]
    public void A_tower_of_elements_is_left_to_the_sanitizer()
        => HtmlNet.IsClean(string.Concat(Enumerable.Repeat("<em>", 300)) + string.Concat(Enumerable.Repeat("</em>", 300))).ShouldBeFalse();

    private static string Change(string html, Random random)
    {
        var at = random.Next(html.Length + 1);
        var piece = Pieces[random.Next(Pieces.Length)];
        return random.Next(3) switch
        {
            0 => html.Remove(at, Math.Min(random.Next(1, 6), html.Length - at)),
            1 => html.Insert(at, piece),
            // Where a tag opens, most changes count.
            _ => html.IndexOf('<', at) is var tag and >= 0 ? html.Insert(tag + random.Next(0, 3), piece) : html + piece,
        };
    }
}
