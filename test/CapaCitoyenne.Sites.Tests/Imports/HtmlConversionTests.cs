using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;
using CapaCitoyenne.Sites.Imports.Html;
using CapaCitoyenne.Sites.Imports.WordPress;
using CsCheck;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>HTML of other tools, as Markdown and blocks.</summary>
public sealed class HtmlConversionTests
{
    private static readonly MediaTarget Photo = new("media:01980000-0000-7000-8000-000000000001", "fete.jpg", "Fête du quai", null);

    [Theory]
    [InlineData("<p>Un <strong>mot</strong> et <em>un autre</em>.</p>", "Un **mot** et *un autre*.")]
    [InlineData("<h1>Titre</h1><h3>Sous-titre</h3>", "## Titre\n\n### Sous-titre")]
    [InlineData("<p>Une ligne<br>puis l’autre</p>", "Une ligne\\\npuis l’autre")]
    [InlineData("<ul><li>un<ul><li>dedans</li></ul></li><li>deux</li></ul>", "- un\n  - dedans\n- deux")]
    [InlineData("<ol start=\"3\"><li>trois</li><li>quatre</li></ol>", "3. trois\n4. quatre")]
    [InlineData("<blockquote><p>Dit.</p><p>Redit.</p></blockquote>", "> Dit.\n>\n> Redit.")]
    [InlineData("<p><a href=\"https://exemple.fr/a(b)\">Lien</a></p>", "[Lien](https://exemple.fr/a%28b%29)")]
    [InlineData("<p><a href=\"javascript:alert(1)\">Lien</a></p>", "Lien")]
    [InlineData("<pre>a\n  b ``` c</pre>", "````\na\n  b ``` c\n````")]
    [InlineData("<table><tr><th>Jour</th><th>Heure</th></tr><tr><td>Lundi</td><td>18 h | 19 h</td></tr></table>", "| Jour | Heure |\n| --- | --- |\n| Lundi | 18 h \\| 19 h |")]
    [InlineData("<p>1. n’est pas une liste</p><p># ni un titre</p><p>- ni un tiret</p>", "1\\. n’est pas une liste\n\n\\# ni un titre\n\n\\- ni un tiret")]
    [InlineData("<p>2 * 3 * 4, a_b, _c_ [d] &lt;e&gt; &amp;amp;</p>", "2 \\* 3 \\* 4, a_b, \\_c\\_ \\[d\\] \\<e> \\&amp;")]
    [InlineData("<p>mot<b>(entre)</b>mot</p>", "mot(entre)mot")]
    [InlineData("<p><b>gras</b><b> suite</b></p>", "**gras suite**")]
    [InlineData("<p>Voir https://exemple.fr/a_b_c et www.exemple.fr</p>", "Voir https://exemple.fr/a_b_c et www.exemple.fr")]
    [InlineData("<script>alert(1)</script><p onclick=\"x()\" style=\"color:red\">Texte</p>", "Texte")]
    [InlineData("<font><p>Vieille <tt>page</tt></p></font>", "Vieille `page`")]
    public void Prose_becomes_Markdown(string html, string markdown) => Markdown(new HtmlConverter(new ConversionContext()).Convert(html)).ShouldBe(markdown);

    [Fact]
    public void Classic_text_has_blank_lines_for_paragraphs_and_line_ends_for_breaks()
        => Markdown(new HtmlConverter(new ConversionContext(), isClassic: true).Convert("Premier\nsuite\n\nDeuxième <b>gras</b>\n\n<ul>\n<li>un</li>\n</ul>\nFin"))
            .ShouldBe("Premier\\\nsuite\n\nDeuxième **gras**\n\n- un\n\nFin");

    [Fact]
    public void No_text_is_read_as_marks()
    {
        string[] tricky = ["a", "é", "_b_", "*", "**x", "[l](m)", "`c`", "1.", "2)", "#", "-", "+", ">", "~~d~~", "|", "&amp;", "<i>", "\\", "http://e.fr/x_y", "=", "---", "!", "![", ":::", "www.a.fr", "mot"];
        var words = Gen.Int[0, tricky.Length - 1].Select(i => tricky[i]);
        words.Array[1, 12].Select(parts => string.Join(' ', parts)).Sample(text =>
        {
            var markdown = Markdown(new HtmlConverter(new ConversionContext()).Convert("<p>" + System.Net.WebUtility.HtmlEncode(text) + "</p>"));
            WordCount.OfMarkdown(markdown).ShouldBe(WordCount.Of(text), markdown);
            MarkdownProfile.TryParse(markdown, out _)!.Count.ShouldBe(1, markdown);
        }, iter: 3000);
    }

    [Fact]
    public void A_picture_on_its_own_becomes_an_image_with_the_description_that_it_has()
    {
        var context = new ConversionContext { MediaAt = address => address.EndsWith("fete-300x200.jpg", StringComparison.Ordinal) ? Photo : null };
        var piece = new HtmlConverter(context).Convert("<figure><a href=\"https://a.fr/fete.jpg\"><img src=\"https://a.fr/fete-300x200.jpg\" alt=\"\"></a><figcaption>Le <b>quai</b></figcaption></figure>").ShouldHaveSingleItem();
        var image = piece.ShouldBeOfType<BlockPiece>();
        image.Type.ShouldBe(BlockTypes.Image);
        image.Fields["alt"]!["text"].AsText().ShouldBe("Fête du quai");
        image.Fields["caption"].AsText().ShouldBe("Le quai");
        image.Fields["media"].AsText().ShouldBe(Photo.Urn);
    }

    [Fact]
    public void A_picture_that_could_not_be_fetched_stays_as_a_link_and_is_told()
    {
        var context = new ConversionContext();
        Markdown(new HtmlConverter(context).Convert("<p><img src=\"https://a.fr/perdue.jpg\" alt=\"La place\"></p>")).ShouldBe("[La place](https://a.fr/perdue.jpg)");
        context.Notes.ShouldHaveSingleItem().ShouldBe(new ImportNote("Picture", "https://a.fr/perdue.jpg"));
    }

    [Theory]
    [InlineData("https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0", "https://www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("//player.vimeo.com/video/76979871", "https://vimeo.com/76979871")]
    [InlineData("https://video.exemple.org/videos/embed/9db9f3f1-9b54-44ed-9e91-461d262d2205", "https://video.exemple.org/w/9db9f3f1-9b54-44ed-9e91-461d262d2205")]
    public void A_video_of_a_known_place_becomes_a_video_block(string source, string address)
        => new HtmlConverter(new ConversionContext()).Convert($"<iframe src=\"{source}\" title=\"Le film\"></iframe>").ShouldHaveSingleItem()
            .ShouldBeOfType<BlockPiece>().Fields.ToJsonString().ShouldBe(new JsonObject { ["url"] = address, ["title"] = "Le film" }.ToJsonString());

    [Fact]
    public void A_hundred_thousand_nested_elements_cost_neither_the_process_nor_a_word()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 3000)) + "au fond" + string.Concat(Enumerable.Repeat("</div>", 3000));
        Markdown(new HtmlConverter(new ConversionContext()).Convert(html)).ShouldBe("au fond");
    }

    [Fact]
    public void Blocks_of_WordPress_become_ours_and_what_has_no_place_is_told_with_its_original()
    {
        var context = new ConversionContext { MediaOf = key => key == "7" ? Photo : null };
        const string body = """
            <!-- wp:paragraph {"style":{"a":"--\u002d\u002d\u003e"}} --><p>Bonjour <strong>à tous</strong></p><!-- /wp:paragraph -->
            <!-- wp:list --><ul><!-- wp:list-item --><li>un</li><!-- /wp:list-item --></ul><!-- /wp:list -->
            <!-- wp:image {"id":7} --><figure class="wp-block-image"><img src="https://a.fr/x.jpg" class="wp-image-7" alt="Le bal"/></figure><!-- /wp:image -->
            <!-- wp:gallery --><figure class="wp-block-gallery"><!-- wp:image {"id":7} --><figure><img src="x" class="wp-image-7"/><figcaption>Le soir</figcaption></figure><!-- /wp:image --></figure><!-- /wp:gallery -->
            <!-- wp:buttons --><div><!-- wp:button --><div><a href="https://a.fr/adhesion">Adhérer</a></div><!-- /wp:button --></div><!-- /wp:buttons -->
            <!-- wp:columns --><div><!-- wp:column --><div><!-- wp:paragraph --><p>gauche</p><!-- /wp:paragraph --></div><!-- /wp:column --><!-- wp:column --><div><!-- wp:paragraph --><p>droite</p><!-- /wp:paragraph --></div><!-- /wp:column --></div><!-- /wp:columns -->
            <!-- wp:latest-posts {"postsToShow":3} /-->
            <!-- wp:html --><div class="widget">Texte <script>x()</script></div><!-- /wp:html -->
            <!-- wp:acme/slider {"speed":3} --><div>Diapositive</div><!-- /wp:acme/slider -->
            <!-- wp:search /-->
            """;
        var document = Read(DocumentAssembler.Assemble("fr", new WordPressConverter(context).Convert(body)));
        document.Blocks.Select(block => block.Type).ShouldBe(["text", "image", "gallery", "button", "columns", "news", "text"]);
        document.Blocks[0].Text("markdown").ShouldBe("Bonjour **à tous**\n\n- un");
        document.Blocks[^1].Text("markdown").ShouldBe("Texte\n\nDiapositive");
        context.Notes.Select(note => note.Code).ShouldBe(["Html", "Script", "Block", "Furniture"]);
        context.Notes[2].Original!.ShouldContain("wp:acme/slider {\"speed\":3}");
    }

    [Fact]
    public void Shortcodes_are_told_from_words_in_brackets()
    {
        var context = new ConversionContext { MediaOf = key => key is "1" or "2" ? Photo : null, MediaAt = _ => Photo };
        var pieces = new WordPressConverter(context).Convert(
            "Il a dit [sic] oui [1].\n\n[caption id=\"x\" width=\"300\"]<a href=\"b.jpg\"><img src=\"a.jpg\" alt=\"Le bal\" /></a> Le bal du 14[/caption]\n\n[gallery ids=\"1,2\"]\n\n[acme color=\"red\"]Gardé[/acme][contact-form-7 id=\"3\"]");
        pieces.Select(piece => piece is BlockPiece block ? block.Type : ((Prose)piece).Markdown).ShouldBe(["Il a dit \\[sic\\] oui \\[1\\].", "image", "gallery", "Gardé"]);
        ((BlockPiece)pieces[1]).Fields["caption"].AsText().ShouldBe("Le bal du 14");
        context.Notes.Select(note => note.Original).ShouldBe(["[acme color=\"red\"]Gardé[/acme]", "[contact-form-7 id=\"3\"]"]);
    }

    private static PageDocument Read(string json) => new DocumentReader(BlockCatalog.BuiltIn).Read(json);

    private static string Markdown(IEnumerable<Piece> pieces) => string.Join("\n\n", pieces.Select(piece => piece is Prose prose ? prose.Markdown : "{" + ((BlockPiece)piece).Type + "}"));
}
