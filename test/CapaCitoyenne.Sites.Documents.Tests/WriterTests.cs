using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Tests;

public class WriterTests
{
    private const string Image = """{"id":"b2","type":"image","v":1,"media":"media:0197","alt":{"kind":"text","text":"Fête"},"caption":"Juin","width":"wide"}""";

    [Fact]
    public void A_picture_on_the_web_has_variants_sizes_and_waits_until_it_is_seen()
        => Given.Page(Image).Write(WriterTarget.Web).ShouldBe(
            "<figure class=\"block block-image width-wide\" id=\"b2\"><picture><source type=\"image/webp\" srcset=\"/media/abc/480.webp 480w, /media/abc/960.webp 960w\" "
            + "sizes=\"(min-width: 64em) 60em, 100vw\"><img src=\"/media/abc/960.jpg\" srcset=\"/media/abc/480.jpg 480w, /media/abc/960.jpg 960w\" sizes=\"(min-width: 64em) 60em, 100vw\" "
            + "alt=\"Fête\" width=\"2000\" height=\"1500\" loading=\"lazy\" decoding=\"async\"></picture><figcaption>Juin</figcaption></figure>\n");

    [Fact]
    public void A_picture_in_a_mail_has_one_absolute_address_and_fits_the_column()
    {
        var html = Given.Page(Image).Write(WriterTarget.Email);
        html.ShouldContain("src=\"https://jardins.example.org/media/abc/960.jpg\"");
        html.ShouldContain("width=\"544\" height=\"408\"");
        html.ShouldNotContain("srcset");
    }

    [Fact]
    public void A_mail_carries_its_look_on_its_elements_and_its_buttons_in_cells()
    {
        var html = Given.Page("""{"id":"t","type":"text","v":1,"markdown":"## Fête\n\n[plan](https://exemple.fr)\n\n| a |\n|---|\n| 1 |"}""",
            """{"id":"b","type":"button","v":1,"label":"Venir","target":"https://exemple.fr"}""").Write(WriterTarget.Email);
        foreach (var tag in new[] { "<h2", "<p", "<table", "<td", "<th " })
            html.Split(tag).Skip(1).ShouldAllBe(part => part.Substring(0, part.IndexOf('>')).Contains("style=\""));
        html.ShouldContain("mso-padding-alt:12px 24px");
        html.ShouldNotContain("tabindex");
    }

    [Fact]
    public void A_feed_has_absolute_addresses_and_no_classes()
    {
        var html = Given.Page(Image, """{"id":"b","type":"button","v":1,"label":"Adhérer","target":"page:adherer"}""").Write(WriterTarget.Feed);
        html.ShouldContain("href=\"https://jardins.example.org/page/adherer\"");
        html.ShouldNotContain("class=");
    }

    [Fact]
    public void A_button_that_leads_nowhere_is_not_shown()
    {
        foreach (var target in Enum.GetValues<WriterTarget>())
            Given.Page("""{"id":"b","type":"button","v":1,"label":"Adhérer","target":"page:inconnue"}""").Write(target, Prose.NoReferences.Instance).ShouldNotContain("Adhérer");
    }

    [Fact]
    public void On_paper_an_address_is_spelled_out()
        => Given.Markdown("[la ville](https://paris.example)").Write(WriterTarget.Print).ShouldContain("la ville</a> (https://paris.example)");

    [Fact]
    public void A_mail_holds_the_first_pictures_of_a_gallery_and_leads_to_all_of_them()
    {
        var items = string.Join(',', Enumerable.Range(1, 9).Select(i => $$$"""{"id":"i{{{i}}}","media":"media:{{{i}}}","alt":{"kind":"text","text":"Photo {{{i}}}"}}"""));
        var gallery = Given.Page($$"""{"id":"g","type":"gallery","v":1,"items":[{{items}}]}""");
        string Written(string? page) => DocumentWriter.Write(gallery, new WriterContext { Target = WriterTarget.Email, BaseUrl = "https://jardins.example.org", References = new Given.Everything(), PageUrl = page });

        var html = Written("https://jardins.example.org/lettre/1");
        html.ShouldContain("Photo 4");
        html.ShouldNotContain("Photo 5");
        html.ShouldContain("href=\"https://jardins.example.org/lettre/1\"");
        html.ShouldContain(">Voir les 9 photos</a>");
        Written(null).ShouldContain("Photo 9");
    }

    [Theory]
    [InlineData("document", "(PDF, 1954 Kio)</span></a> (https://jardins.example.org/media/abc/o.pdf)")]
    [InlineData("files", "(PDF, 1954 Kio)</span></a> (https://jardins.example.org/media/abc/o.pdf)")]
    [InlineData("news", "</a> (https://jardins.example.org/actualites/recolte)</h3>")]
    [InlineData("agenda", "</a> (https://jardins.example.org/agenda/troc)</h3>")]
    public void On_paper_files_and_what_is_listed_have_their_addresses(string type, string expected)
        => Given.Page(Given.Fixture(type)).Write(WriterTarget.Print).ShouldContain(expected);

    [Fact]
    public void On_paper_the_link_of_a_picture_is_spelled_out()
        => Given.Page("""{"id":"b","type":"image","v":1,"media":"media:0197","alt":{"kind":"text","text":"Fête"},"link":"https://exemple.fr"}""")
            .Write(WriterTarget.Print).ShouldContain("</a> (https://exemple.fr)</figure>");

    [Theory]
    [InlineData(WriterTarget.Web)]
    [InlineData(WriterTarget.Email)]
    [InlineData(WriterTarget.Feed)]
    [InlineData(WriterTarget.Print)]
    public void A_picture_that_is_gone_leaves_its_words_its_link_and_its_caption(WriterTarget target)
    {
        string Written(string alt) => Given.Page($$"""{"id":"b","type":"image","v":1,"media":"media:0197","alt":{{alt}},"caption":"Juin","link":"https://exemple.fr"}""").Write(target, Prose.NoReferences.Instance);
        var html = Written("""{"kind":"text","text":"Fête"}""");
        html.ShouldContain(">Fête</a>");
        html.ShouldContain("href=\"https://exemple.fr\"");
        html.ShouldContain("Juin");
        Written("""{"kind":"decorative"}""").ShouldContain(">https://exemple.fr</a>");
        Given.Page("""{"id":"b","type":"image","v":1,"media":"media:0197","alt":{"kind":"decorative"}}""").Write(target, Prose.NoReferences.Instance).ShouldNotContain("figure");
    }

    [Fact]
    public void Plain_text_reads_well()
        => Given.Page(
            """{"id":"a","type":"text","v":1,"markdown":"## Fête\n\nVenez **samedi**, [plan](page:plan).\n\n- [x] tartes\n- [ ] jus\n\n> Oui\n\n| a | b |\n|---|---|\n| 1 | 2 |"}""",
            Image, """{"id":"b","type":"button","v":1,"label":"Adhérer","target":"https://exemple.fr"}""").Write(WriterTarget.Text).ShouldBe("""
            Fête

            Venez samedi, plan (https://jardins.example.org/page/plan).

            - [x] tartes
            - [ ] jus

            > Oui

            a | b
            1 | 2

            [Fête] Juin

            Adhérer : https://exemple.fr

            """);

    [Fact]
    public void Fields_of_a_mail_template_reach_the_mailing_module_untouched()
    {
        var mail = Given.Markdown(Corpus.Text("23-directives")).Write(WriterTarget.Email);
        mail.ShouldContain("{{prenom}}");
        mail.ShouldContain("<a href=\"{{unsubscribe_url}}\" style=");
        Given.Markdown("[Me désinscrire]({{unsubscribe_url}})").Write(WriterTarget.Text).ShouldBe("Me désinscrire ({{unsubscribe_url}})\n");
    }

    [Fact]
    public void The_pages_title_stays_its_only_first_level_heading()
        => Given.Markdown("# Un\n\nDeux\n====").Write(WriterTarget.Web).ShouldNotContain("<h1");

    [Fact]
    public void Footnotes_of_two_blocks_do_not_meet()
    {
        var html = Given.Page("""{"id":"a","type":"text","v":1,"markdown":"a[^1]\n\n[^1]: A"}""", """{"id":"b","type":"text","v":1,"markdown":"b[^1]\n\n[^1]: B"}""").Write(WriterTarget.Web);
        html.ShouldContain("<a id=\"n1-ref-1\" href=\"#n1-note-1\">1</a>");
        html.ShouldContain("<li id=\"n2-note-1\">");
    }

    [Fact]
    public void Tables_have_headers_for_screen_readers_and_classes_for_alignment()
    {
        var html = Given.Markdown(Corpus.Text("34-mail")).Write(WriterTarget.Web);
        html.ShouldContain("<th scope=\"col\">Date</th><th scope=\"col\" class=\"end\">Montant</th>");
        html.ShouldContain("<div class=\"table-wrap\" role=\"region\" tabindex=\"0\" aria-label=\"Tableau\">");
    }

    [Fact]
    public void Raw_html_is_shown_as_text()
        => Given.Markdown(Corpus.Text("17-html-inline")).Write(WriterTarget.Web).ShouldContain("&lt;kbd&gt;Entrée&lt;/kbd&gt;");

    [Fact]
    public void What_the_editors_dialect_does_not_know_stays_text()
        => Given.Markdown("$x$ ==a== ++a++ ^a^ H~2~O {.rouge} :::\n\n^^^").Write(WriterTarget.Web)
            .ShouldBe("<div class=\"block block-text\" id=\"b1\"><p>$x$ ==a== ++a++ ^a^ H~2~O {.rouge} :::</p>\n<p>^^^</p></div>\n");

    [Fact]
    public void Bare_addresses_become_links()
    {
        var html = Given.Markdown(Corpus.Text("16-autolinks")).Write(WriterTarget.Web);
        html.ShouldContain("<a href=\"https://www.exemple.fr\" rel=\"nofollow ugc noopener\">www.exemple.fr</a>");
        html.ShouldContain("<a href=\"mailto:contact@exemple.fr\">contact@exemple.fr</a>");
    }

    [Fact]
    public void Every_text_of_the_corpus_is_written_for_every_target()
    {
        foreach (var (name, markdown) in Corpus.All.Where(c => c.Markdown.Trim().Length > 0))
            foreach (var target in Enum.GetValues<WriterTarget>())
                Given.Markdown(markdown).Write(target).Trim().ShouldNotBeEmpty(name);
    }

    [Theory]
    [InlineData(WriterTarget.Web)]
    [InlineData(WriterTarget.Email)]
    [InlineData(WriterTarget.Text)]
    [InlineData(WriterTarget.Feed)]
    [InlineData(WriterTarget.Print)]
    public void A_block_hides_itself_after_its_last_day_and_from_visitors_when_it_is_for_members_inside_columns_too(WriterTarget target)
    {
        const string Blocks = """{"id":"a@","type":"text","v":1,"markdown":"jusque@","until":"2027-01-31"},{"id":"b@","type":"text","v":1,"markdown":"membres@","audience":"members"}""";
        var inner = Blocks.Replace("@", "2", StringComparison.Ordinal);
        var document = Given.Page(Blocks.Replace("@", "1", StringComparison.Ordinal), $$"""{"id":"c","type":"columns","v":1,"columns":[[{{inner}}],[]]}""");
        string[] On(int day, bool members)
        {
            var written = DocumentWriter.Write(document, Given.Context(target, today: new DateOnly(2027, 1, 31).AddDays(day), forMembers: members));
            return [.. new[] { "jusque1", "membres1", "jusque2", "membres2" }.Where(written.Contains)];
        }
        On(0, members: false).ShouldBe(["jusque1", "jusque2"]);
        On(1, members: true).ShouldBe(["membres1", "membres2"]);
        On(1, members: false).ShouldBeEmpty();
    }

    [Fact]
    public void A_block_that_is_not_understood_keeps_to_its_audience_and_its_last_day()
    {
        string[] heads = ["\"type\":\"weather\",\"v\":1", "\"type\":\"text\",\"v\":9", "\"type\":\"poll\",\"v\":1"];
        string[] limits = ["\"audience\":\"members\"", "\"audience\":\"board\"", "\"audience\":[\"members\"]", "\"until\":\"2027-01-31\""];
        var catalog = Given.Catalog.With([new("poll", []) { Upgraders = [_ => throw new FormatException()] }]);
        foreach (var head in heads)
            foreach (var limit in limits)
                foreach (var target in Enum.GetValues<WriterTarget>())
                {
                    var document = new DocumentReader(catalog).Read($$"""{"schema":"page/1","lang":"fr","blocks":[{"id":"a",{{head}},{{limit}},"markdown":"réservé"},{"id":"b",{{head}},"audience":"public","markdown":"pour tous"}]}""");
                    document.Blocks.ShouldAllBe(block => block.IsKept && block.Reason != KeptReason.Malformed);
                    var written = DocumentWriter.Write(document, Given.Context(target, today: new DateOnly(2027, 2, 1)));
                    written.ShouldNotContain("réservé", customMessage: $"{target} {head} {limit}");
                    written.ShouldContain("pour tous");
                    DocumentWriter.Write(document, Given.Context(target, today: new DateOnly(2027, 1, 31), forMembers: true)).ShouldContain("réservé");
                }
    }

    [Fact]
    public void An_unknown_block_shows_its_fallback_text()
        => Given.Page("""{"id":"a","type":"weather","v":4,"fallback":"Voir **l'agenda**"}""").Write(WriterTarget.Web).ShouldBe("<div class=\"block block-unknown\"><p>Voir <strong>l'agenda</strong></p></div>\n");

    [Fact]
    public void Blocks_of_other_modules_are_written_by_them()
    {
        var catalog = Given.Catalog.With([new("newsletter", [new("title", Documents.Blocks.FieldKind.Text)])]);
        var document = new DocumentReader(catalog).Read("""{"schema":"page/1","lang":"fr","blocks":[{"id":"a","type":"newsletter","v":1,"title":"Recevoir"}]}""");
        DocumentWriter.Write(document, new WriterContext { Target = WriterTarget.Web, External = (type, fields) => $"<p>{type}: {fields["title"]}</p>" })
            .ShouldBe("<div class=\"block block-newsletter\" id=\"a\"><p>newsletter: Recevoir</p></div>\n");
    }
}
