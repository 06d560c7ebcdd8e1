using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;
using CapaCitoyenne.Sites.Documents.Twin;
using CapaCitoyenne.Sites.Documents.Validation;
using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Tests;

/// <summary>Every block type by its fixture: <c>Blocks/{type}.v{version}.json</c>.</summary>
public class BlockTests
{
    public static TheoryData<string> Names => [.. Given.Fixtures.Keys.Order()];

    public static TheoryData<WriterTarget> Targets => [.. Enum.GetValues<WriterTarget>()];

    [Fact]
    public void Every_type_has_a_fixture_of_each_of_its_versions()
        => Given.Catalog.Definitions.SelectMany(d => Enumerable.Range(1, d.Version).Select(v => $"{d.Type}.v{v}")).Except(Given.Fixtures.Keys).ShouldBeEmpty();

    [Theory, MemberData(nameof(Names))]
    public void A_block_of_any_version_is_understood_and_can_be_published(string name)
    {
        var document = Given.Page(Given.Fixtures[name]);
        document.AllBlocks().ShouldAllBe(block => !block.IsKept);
        document.Blocks[0].Version.ShouldBe(Given.Catalog.Find(document.Blocks[0].Type)!.Version);
        new DocumentValidator(Given.Catalog).Validate(document).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Names))]
    public void A_block_comes_back_from_its_twin(string name)
    {
        var document = Given.Page(Given.Fixtures[name]);
        new TwinReader(Given.Catalog).Read(TwinWriter.Write(document)).ContentEquals(document).ShouldBeTrue(TwinWriter.Write(document));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_block_on_the_web_is_one_element_with_its_class_and_anchor_and_a_sound_outline(string name)
    {
        var page = Given.Page(Given.Fixtures[name], Given.Fixture("text").Replace("\"b1\"", "\"t1\"", StringComparison.Ordinal));
        var body = new HtmlParser().ParseDocument("<body>" + page.Write(WriterTarget.Web)).Body!;
        body.ChildElementCount.ShouldBe(2, body.InnerHtml);
        var block = body.FirstElementChild!;
        block.ClassList.ShouldContain("block-" + page.Blocks[0].Type);
        block.Id.ShouldBe("b1");
        body.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique();
        var level = 1;
        foreach (var heading in body.QuerySelectorAll("h1,h2,h3,h4,h5,h6"))
        {
            var next = heading.LocalName[1] - '0';
            next.ShouldBeInRange(2, level + 1, body.InnerHtml);
            level = next;
        }
        foreach (var link in body.QuerySelectorAll("a")) (link.TextContent.Trim() + link.QuerySelector("img")?.GetAttribute("alt")).ShouldNotBeEmpty(link.OuterHtml);
        foreach (var image in body.QuerySelectorAll("img")) image.HasAttribute("alt").ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Names))]
    public void A_block_in_a_mail_has_absolute_addresses_and_nothing_that_mail_readers_drop(string name)
    {
        var html = Given.Page(Given.Fixtures[name]).Write(WriterTarget.Email);
        var body = new HtmlParser().ParseDocument("<body>" + html).Body!;
        body.QuerySelectorAll("[class]:not(.ink):not(.button):not(.button-secondary),[srcset],[sizes],[id],picture,source,details,iframe,form,nav").ShouldBeEmpty(html);
        foreach (var address in body.QuerySelectorAll("[src],[href]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")))
            LinkPolicy.Classify(address).ShouldBe(LinkKind.Absolute, html);
        foreach (var image in body.QuerySelectorAll("img")) int.Parse(image.GetAttribute("width")!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeLessThanOrEqualTo(560);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_block_in_a_feed_has_absolute_addresses_and_no_classes(string name)
    {
        var html = Given.Page(Given.Fixtures[name]).Write(WriterTarget.Feed);
        var body = new HtmlParser().ParseDocument("<body>" + html).Body!;
        body.QuerySelectorAll("[class],[id],iframe,form,details").ShouldBeEmpty(html);
        foreach (var address in body.QuerySelectorAll("[src],[href]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")))
            LinkPolicy.Classify(address).ShouldBe(LinkKind.Absolute, html);
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_word_of_a_block_is_in_its_plain_text(string name)
    {
        var document = Given.Page(Given.Fixtures[name]);
        // There is nothing to read in the first two, and a mail's list of news has titles and days.
        if (document.Blocks[0].Type is BlockTypes.Toc or BlockTypes.Separator or BlockTypes.News) return;
        var text = document.Write(WriterTarget.Text);
        text.ShouldNotBeEmpty();
        var shown = new HtmlParser().ParseDocument("<body>" + document.Write(WriterTarget.Print)).Body!;
        var words = string.Join(' ', shown.Descendants<IText>().Select(node => node.Data));
        foreach (var word in words.Split((char[])[' ', '\n', '(', ')', ',', ':', '.', '!', '?'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsLetter)))
            text.ShouldContain(word);
    }

    [Theory, MemberData(nameof(Targets))]
    public void A_block_with_nothing_in_it_is_written_without_an_exception_or_an_empty_shell(WriterTarget target)
    {
        foreach (var definition in Given.Catalog.Definitions.Where(d => d.Fields.Any(f => f.Kind == FieldKind.Items)))
        {
            var document = new PageDocument("fr", [Block.Create("b1", definition, new System.Text.Json.Nodes.JsonObject { ["title"] = "Titre", ["items"] = new System.Text.Json.Nodes.JsonArray() })]);
            document.Write(target).ShouldNotContain("Titre", Case.Sensitive, definition.Type);
        }
    }

    [Fact]
    public void Unknown_fields_of_items_come_back_as_they_were()
    {
        const string Json = """{"id":"b1","type":"faq","v":1,"items":[{"id":"i1","question":"Où ?","markdown":"","Étrange clé":[1.50,null,{"a":"é"}]},7,null]}""";
        Given.Page(Json).Blocks[0].ToJson().ShouldBe(Json);
        var document = Given.Page(Json);
        new TwinReader(Given.Catalog).Read(TwinWriter.Write(document)).ContentEquals(document).ShouldBeTrue();
    }

    [Fact]
    public void The_twin_of_a_list_can_be_read_and_written_by_hand()
    {
        var twin = TwinWriter.Write(Given.Page(Given.Fixture("faq"), Given.Fixture("gallery").Replace("\"b1\"", "\"b2\"", StringComparison.Ordinal)));
        twin.ShouldContain("""
            ::::faq {id="b1" title="Questions fréquentes"}
            :::item {id="i1" question="Faut-il adhérer ?"}
            Non, *venez* d’abord.
            :::

            :::item {id="i2" question="Et s’il pleut ?"}
            On vient quand même.
            :::
            ::::

            ::::gallery {id="b2" title="La fête du quai"}
            :::item {id="i1"}
            ![La fanfare](media:0197)

            Midi
            :::

            """);
        var written = new TwinReader(Given.Catalog).Read("::::faq\n:::item {question=\"Quand ?\"}\nSamedi.\n:::\n:::item {question=\"Où ?\"}\nIci.\n:::\n::::\n").Blocks.ShouldHaveSingleItem();
        written.Items().Select(item => (item.Text("id"), item.Text("question"), item.Text("markdown"))).ShouldBe([("i1", "Quand ?", "Samedi."), ("i2", "Où ?", "Ici.")]);
    }

    [Fact]
    public void The_table_of_contents_leads_to_headings_that_are_there()
    {
        var blocks = new[] { "toc", "text", "map", "callout", "quote", "gallery" }.Select((type, i) => Given.Fixture(type).Replace("\"b1\"", $"\"b{i}\"", StringComparison.Ordinal)).ToList();
        blocks.Add("""{"id":"x","type":"text","v":1,"markdown":"## Qui sommes-nous\n\n## Contenu\n\n## b1\n\n#### Trop bas\n\n## 日本語\n\n## !"}""");
        blocks.Add("""{"id":"y","type":"text","v":1,"markdown":"## Passé","until":"2026-01-01"}""");
        var body = new HtmlParser().ParseDocument("<body>" + DocumentWriter.Write(Given.Page([.. blocks]), Given.Context(WriterTarget.Web, today: new DateOnly(2026, 12, 1)))).Body!;
        var links = body.QuerySelectorAll("nav a").ToList();
        links.Select(a => a.TextContent).ShouldBe(["Qui sommes-nous", "Le bureau", "Où nous trouver", "La fête du quai", "Qui sommes-nous", "Contenu", "b1", "日本語", "!"]);
        links.Select(a => a.GetAttribute("href")).ShouldBe(["#qui-sommes-nous", "#le-bureau", "#b2", "#b5", "#qui-sommes-nous-2", "#contenu-2", "#b1-2", "#日本語", "#section"]);
        foreach (var link in links) body.QuerySelectorAll("[id]").Count(e => "#" + e.Id == link.GetAttribute("href")).ShouldBe(1, link.OuterHtml);
        links[1].ParentElement!.ParentElement!.ParentElement!.FirstElementChild.ShouldBe(links[0]);
    }

    [Fact]
    public void A_file_says_what_it_is_and_how_large()
    {
        var context = new WriterContext { Target = WriterTarget.Text, BaseUrl = "https://jardins.example.org", References = new Given.Everything(), Words = new WriterWords { FileSize = bytes => bytes / 1_000_000 + " Mo" } };
        DocumentWriter.Write(Given.Page(Given.Fixture("document")), context).ShouldBe("Statuts (PDF, 2 Mo) : https://jardins.example.org/media/abc/o.pdf\n");
        DocumentWriter.Write(Given.Page("""{"id":"b","type":"document","v":1,"media":"media:0199"}"""), context).ShouldStartWith("statuts (PDF");
    }

    [Fact]
    public void A_form_is_a_form_on_the_web_and_a_link_elsewhere()
    {
        Given.Page(Given.Fixture("form")).Write(WriterTarget.Web).ShouldBe("<div class=\"block block-form\" id=\"b1\"><p>formulaire</p></div>\n");
        Given.Page(Given.Fixture("form")).Write(WriterTarget.Email).ShouldContain("<a href=\"https://jardins.example.org/form/0197\" rel=\"nofollow ugc noopener\" style=");
    }

    [Fact]
    public void A_film_is_a_link_where_no_frame_is_allowed()
    {
        var html = DocumentWriter.Write(Given.Page(Given.Fixture("video")), new WriterContext { Target = WriterTarget.Web });
        html.ShouldNotContain("iframe");
        html.ShouldContain("<a href=\"https://peertube.exemple.fr/videos/watch/kkGMgK9ZtnKfYAgnEtQxbv\" rel=\"nofollow ugc noopener\">La fête du quai</a>");
        DocumentInsight.FrameSources(Given.EveryBlock()).ShouldBe(["https://peertube.exemple.fr"]);
    }

    [Fact]
    public void A_link_without_words_shows_the_title_of_what_it_leads_to()
        => Given.Markdown("[](course:x)").Write(WriterTarget.Web).ShouldContain("<a href=\"/course/x\">Titre</a>");

    [Fact]
    public void A_course_that_is_not_there_any_more_is_left_out()
        => Given.Page(Given.Fixture("courses")).Write(WriterTarget.Web, NoReferences.Instance).ShouldBeEmpty();

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ?si=x", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://m.youtube.com/shorts/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://vimeo.com/123456789", "https://player.vimeo.com/video/123456789?dnt=1")]
    [InlineData("https://vimeo.com/123456789/0a1b2c3d4e", "https://player.vimeo.com/video/123456789?dnt=1&h=0a1b2c3d4e")]
    [InlineData("https://tube.exemple.fr/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d", "https://tube.exemple.fr/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d")]
    [InlineData("https://tube.exemple.fr/w/kkGMgK9ZtnKfYAgnEtQxbv", "https://tube.exemple.fr/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv")]
    [InlineData("https://127.0.0.1/w/kkGMgK9ZtnKfYAgnEtQxbv", null)]
    [InlineData("https://localhost/w/kkGMgK9ZtnKfYAgnEtQxbv", null)]
    [InlineData("https://tube.exemple.fr:8443/w/kkGMgK9ZtnKfYAgnEtQxbv", null)]
    [InlineData("https://a;b.exemple.fr/w/kkGMgK9ZtnKfYAgnEtQxbv", null)]
    [InlineData("https://exemple.fr/film.mp4", null)]
    [InlineData("https://www.youtube.com/watch?v=court", null)]
    [InlineData("https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ", null)]
    [InlineData("javascript:alert(1)//youtu.be/dQw4w9WgXcQ", null)]
    [InlineData("ftp://youtu.be/dQw4w9WgXcQ", null)]
    public void A_film_is_known_by_the_shape_of_its_address(string url, string? frame) => (VideoAddress.TryParse(url)?.FrameUrl).ShouldBe(frame);

    [Fact]
    public void Insight_reads_items_too()
    {
        var document = Given.Page(
            """{"id":"g","type":"gallery","v":1,"items":[{"id":"i1","media":"media:m1","alt":{"kind":"text","text":""}}]}""",
            """{"id":"t","type":"team","v":1,"items":[{"id":"i1","name":"Omar"},{"id":"i2","name":"Léa","media":"media:m2"}]}""",
            """{"id":"s","type":"steps","v":1,"title":"Venir","items":[{"id":"i1","title":"a","markdown":"[plan](page:plan)"}]}""",
            """{"id":"c","type":"courses","v":1,"items":[{"id":"i1","course":"course:lettre"}]}""");
        DocumentInsight.References(document, Given.Catalog).ShouldBe(["media:m1", "media:m2", "page:plan", "course:lettre"]);
        DocumentInsight.ImagesWithoutAlt(document).Select(b => b.Id).ShouldBe(["g", "t"]);
        DocumentInsight.Headings(document).ShouldBe([new DocumentHeading(2, "Venir")]);
        DocumentInsight.FirstImage(document).ShouldBe("media:m1");
        DocumentInsight.CountWords(Given.Page(Given.Fixture("steps"))).ShouldBe(9);
    }
}
