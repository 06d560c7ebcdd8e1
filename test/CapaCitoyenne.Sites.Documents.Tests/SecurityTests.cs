using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;
using CapaCitoyenne.Sites.Documents.Validation;
using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Tests;

public class SecurityTests
{
    private static readonly string[] Addresses =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#x6A;avascript:alert(1)", "&#106;avascript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
        "\u0001javascript:alert(1)", " javascript:alert(1)", "javascript&colon;alert(1)", "javascript&Tab;:alert(1)", "vbscript:msgbox(1)", "data:text/html;base64,PHNjcmlwdD4=",
        "data:image/svg+xml,<svg onload=alert(1)>", "file:///etc/passwd", "blob:https://x/1", "//evil.example", "/\\evil.example", "\\\\evil.example", "https://user:pass@evil.example",
        "view-source:x", "intent://x", "x-javascript:alert(1)", "page:../../x", "media:x y", "media:x\" onerror=\"alert(1)", "{{x}}\" onclick=\"alert(1)",
    ];

    private static readonly string[] Vectors =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<iframe src=javascript:alert(1)>", "<a href=\"javascript:alert(1)\">x</a>",
        "<javascript:alert(1)>", "<vbscript:x>", "[x]{onclick=alert(1)}", "# x {onclick=alert(1)}", "[x](y){style=\"position:fixed\"}", "<style>*{}</style>", "<p style=position:fixed>x",
        "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<template><script>1</script></template>",
        "<base href=//evil.example>", "<meta http-equiv=refresh content=0>", "<object data=x>", "<embed src=x>", "<form action=x><input>", "<link rel=stylesheet href=//e>",
        "![x](https://tracker.example/pixel.gif)", "[![x](javascript:alert(1))](javascript:alert(2))", "[x]: javascript:alert(1)\n\n[x]", "[a](x \"\\\" onmouseover=alert(1) x=\\\"\")",
        "```\"><script>alert(1)</script>\nx\n```", "```x onclick=alert(1)\nx\n```", "[^1]\n\n[^1]: <script>alert(1)</script>", "[^\"><img src=x onerror=alert(1)>]\n\n[^\"><img src=x onerror=alert(1)>]: x",
        "| <script>x</script> |\n|---|\n| <img src=x onerror=alert(1)> |", "https://www.youtube.com/watch?v=x", "![v](https://www.youtube.com/watch?v=x)", ":smile: $x$ ^^^ ==x==", "<!-- x --><![CDATA[x]]><?x?>",
        "www.evil.example\"onmouseover=\"alert(1)", "<https://x\" onclick=\"alert(1)>", "<x@y\" onclick=\"z.fr>",
    ];

    public static TheoryData<WriterTarget> Targets => [WriterTarget.Web, WriterTarget.Email, WriterTarget.Feed, WriterTarget.Print];

    [Theory, MemberData(nameof(Targets))]
    public void No_markdown_brings_script_style_or_a_foreign_request_into_a_page(WriterTarget target)
    {
        var prose = Vectors.Concat(Addresses.SelectMany(a => new[] { $"[x]({a})", $"![x]({a})", $"<{a}>", $"[x](<{a}>)", $"[x]: {a}\n\n[x] ![x]" })).Concat(Corpus.All.Select(c => c.Markdown));
        foreach (var markdown in prose)
        {
            Check(Given.Markdown(markdown).Write(target), markdown, target);
            Check(Given.Page($$"""{"id":"x","type":"gone","v":1,"fallback":{{JsonValue.Create(markdown).ToJsonString()}}}""").Write(target), markdown, target);
        }
    }

    /// <summary>Made from the catalogue, so that no new block or field escapes: each field bad by itself among good ones, and all of them bad.</summary>
    [Theory, MemberData(nameof(Targets))]
    public void No_field_of_a_block_brings_any_in_either(WriterTarget target)
    {
        foreach (var definition in Given.Catalog.Definitions)
        {
            IReadOnlyList<IReadOnlyList<Block>>? columns = definition.Type == BlockTypes.Columns ? [[]] : null;
            BlockField[] all = [.. definition.Fields, .. BlockCatalog.Common, new("zzz", FieldKind.Text)];
            var values = Vectors.Concat(Addresses).Concat(Breaks).Select(bad => (Bad: bad, Fields: Combine(all, null, bad).Last()))
                .Concat(Breaks.SelectMany(bad => Spoil(all, bad).Select(fields => (Bad: bad, Fields: fields))));
            foreach (var (bad, fields) in values)
                Check(new PageDocument("fr", [Block.Create(bad, definition, fields, columns)]).Write(target), definition.Type + ": " + fields.ToJsonString(), target);
        }
    }

    /// <summary>What breaks out of a text, an attribute, an address: tried in each field by itself.</summary>
    private static readonly string[] Breaks = ["\"><script>alert(1)</script>", "x' onclick='alert(1)", "javascript:alert(1)", "//evil.example", "[x](javascript:alert(1)) <img src=x onerror=alert(1)>"];

    private static IEnumerable<JsonObject> Spoil(IReadOnlyList<BlockField> fields, string bad)
        => fields.Append(null).SelectMany(spoilt => Combine(fields, spoilt, bad));

    private static IEnumerable<JsonObject> Combine(IReadOnlyList<BlockField> fields, BlockField? spoilt, string bad)
    {
        JsonObject Make(JsonArray? items)
        {
            var all = new JsonObject();
            foreach (var field in fields)
                all[field.Name] = field.Kind == FieldKind.Items && items is not null ? items : spoilt is null || field == spoilt ? Bad(field, bad) : Good(field);
            return all;
        }
        if (spoilt is { Kind: FieldKind.Items }) return Spoil([.. spoilt.Items, new("id", FieldKind.Text)], bad).Select(item => Make([item]));
        // All bad, down to the items.
        if (spoilt is null && fields.FirstOrDefault(f => f.Kind == FieldKind.Items) is { } list) return [Make(null), Make([Combine([.. list.Items, new("id", FieldKind.Text)], null, bad).Last()])];
        return [Make(null)];
    }

    private static JsonNode Bad(BlockField field, string bad) => field.Kind == FieldKind.Alt ? new JsonObject { ["kind"] = "text", ["text"] = bad } : JsonValue.Create(bad);

    private static JsonNode Good(BlockField field) => field.Kind switch
    {
        FieldKind.Media => "media:1",
        FieldKind.Alt => new JsonObject { ["kind"] = "text", ["text"] = "Une image" },
        FieldKind.Link => "https://exemple.fr",
        FieldKind.Video => "https://youtu.be/dQw4w9WgXcQ",
        FieldKind.Reference => (field.Values.Count > 0 ? field.Values[0] : "page") + ":1",
        FieldKind.Integer => 3,
        FieldKind.Decimal => 2.5m,
        FieldKind.Boolean => true,
        FieldKind.Date => "2030-01-31",
        FieldKind.Email => "lea@exemple.fr",
        FieldKind.Choice => field.Values[0],
        FieldKind.Items => new JsonArray(new JsonObject { ["id"] = "i1" }),
        _ => "Bonjour",
    };

    [Fact]
    public void A_forbidden_address_leaves_its_words_behind_and_is_told()
    {
        Given.Markdown("[Cliquez](javascript:alert(1))").Write(WriterTarget.Web).ShouldContain("<p>Cliquez</p>");
        new DocumentValidator(Given.Catalog).Validate(Given.Markdown("[Cliquez](javascript:alert(1))"))
            .ShouldHaveSingleItem().Code.ShouldBe(DocumentIssueCodes.LinkNotAllowed);
    }

    private static readonly string[] Patterns =
    [
        "[a](", "[", "![", "> ", "*a ", "*a_", "`a``", "<a", "[^", "- ", "* - ", "|", "~~a", "&#", "[a](b)", "[a]: b\n", "|a|\n|-|\n", "a@b.", "http://", "\\", "1. ", "**a **", "__a", "www.",
        ">\n", " - a\n", "]", "[]", "[a](((((", "*", ":", "a*b*", "[a][b]", "[^1]", "[^1]: a\n", "a|b\n", "- [ ] a\n", "`", "``a`", "<https://a>", "\n\n    a", "# a\n", "&amp;", "a  \n",
    ];

    public static TheoryData<string> Bombs => [.. Patterns];

    [Theory, MemberData(nameof(Bombs))]
    public void A_field_made_to_hurt_is_answered_in_time(string pattern)
    {
        // The longest that is allowed, and just under the number of marks that is refused at once.
        foreach (var times in new[] { DocumentLimits.MarkdownBytes / pattern.Length, Math.Min(2900, DocumentLimits.MarkdownBytes / pattern.Length), 59 })
        {
            var document = Given.Markdown(string.Concat(Enumerable.Repeat(pattern, times)));
            var start = ThreadCpu.Used;
            Should.NotThrow(() => new DocumentValidator(Given.Catalog).Validate(document), pattern);
            foreach (var target in Enum.GetValues<WriterTarget>()) Should.NotThrow(() => document.Write(target), pattern);
            var used = ThreadCpu.Used - start;
            TestContext.Current.TestOutputHelper?.WriteLine($"{times} times: {used.TotalMilliseconds} ms");
            // Six parses and five writes together: about a second, more on a slow processor; minutes where the pattern hurts.
            used.ShouldBeLessThan(TimeSpan.FromSeconds(30), pattern);
        }
    }

    [Fact]
    public void Deep_nesting_is_a_finding_not_an_exception()
        => new DocumentValidator(Given.Catalog).Validate(Given.Markdown(string.Concat(Enumerable.Repeat("> ", 5000))))
            .ShouldHaveSingleItem().Code.ShouldBe(DocumentIssueCodes.MarkdownTooComplex);

    private static void Check(string html, string source, WriterTarget target)
    {
        var document = new HtmlParser().ParseDocument("<body>" + html);
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            if (element.LocalName == "iframe") CheckFrame(element, source, target);
            element.LocalName.ShouldNotBeOneOf("script", "object", "embed", "form", "input", "style", "base", "meta", "link", "svg", "math", "template", "noscript");
            foreach (var attribute in element.Attributes)
            {
                attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase).ShouldBeFalse(source);
                if (target != WriterTarget.Email) attribute.Name.ShouldNotBe("style", source);
                if (attribute.Name is "href" or "src") CheckAddress(element, attribute, source);
            }
            if (element.LocalName == "img") element.HasAttribute("alt").ShouldBeTrue(source);
        }
    }

    /// <summary>Only of the video block, behind a click, and of the shapes that are built here.</summary>
    private static void CheckFrame(IElement frame, string source, WriterTarget target)
    {
        target.ShouldBe(WriterTarget.Web, source);
        frame.Closest("details:not([open])").ShouldNotBeNull(source);
        (frame.GetAttribute("src") ?? "").ShouldMatch(@"\Ahttps://(www\.youtube-nocookie\.com/embed/[\w-]{11}|player\.vimeo\.com/video/\d+\?dnt=1(&h=[0-9a-f]+)?|[a-z0-9.-]+/videos/embed/[0-9A-Za-z-]+)\z", source);
        frame.GetAttribute("sandbox").ShouldNotBeNull(source).ShouldNotContain("top-navigation");
    }

    private static void CheckAddress(IElement element, IAttr attribute, string source)
    {
        var value = attribute.Value;
        if (element.LocalName == "iframe") return;
        if (element.LocalName is "img" or "source")
        {
            (value.StartsWith("/media/", StringComparison.Ordinal) || value.StartsWith("https://jardins.example.org/media/", StringComparison.Ordinal)).ShouldBeTrue(source + " → " + value);
            return;
        }
        LinkPolicy.Classify(value).ShouldBeOneOf([LinkKind.Absolute, LinkKind.Relative, LinkKind.Field], source + " → " + value);
    }
}
