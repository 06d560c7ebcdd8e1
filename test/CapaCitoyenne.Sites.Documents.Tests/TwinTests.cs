using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Twin;
using CsCheck;

namespace CapaCitoyenne.Sites.Documents.Tests;

public class TwinTests
{
    private static readonly TwinReader Reader = new(Given.Catalog);

    [Fact]
    public void The_twin_gives_exactly_the_same_document_back()
        => Given.Document.Sample(document => Reader.Read(TwinWriter.Write(document)).ContentEquals(document), iter: 10_000);

    [Fact]
    public void The_twin_of_the_corpus_gives_exactly_the_same_text_back()
    {
        foreach (var (name, markdown) in Corpus.All)
            Reader.Read(TwinWriter.Write(Given.Markdown(markdown))).Blocks[0].Text("markdown").ShouldBe(markdown, name);
    }

    [Fact]
    public void Any_text_is_read_without_an_exception()
        => Given.Words.Sample(text => Reader.Read(text) is not null, iter: 5000);

    [Fact]
    public void A_person_can_read_it()
    {
        var twin = TwinWriter.Write(Given.Page(
            """{"id":"b1","type":"text","v":1,"markdown":"## Bonjour\n\nNous jardinons."}""",
            """{"id":"b2","type":"image","v":1,"media":"media:0197","alt":{"kind":"text","text":"Fête du quai"},"caption":"Juin","width":"wide"}""",
            """{"id":"b3","type":"columns","v":1,"columns":[[{"id":"b4","type":"button","v":1,"label":"Adhérer","target":"page:adherer"}],[]]}"""));
        twin.ShouldBe("""
            ---
            schema: page/1
            lang: fr
            ---

            :::text {id="b1"}
            ## Bonjour

            Nous jardinons.
            :::

            :::image {id="b2" width="wide"}
            ![Fête du quai](media:0197)

            Juin
            :::

            :::::columns {id="b3"}
            ::::column
            :::button {id="b4"}
            [Adhérer](page:adherer)
            :::

            ::::
            :::column

            :::
            :::::

            """);
    }

    [Fact]
    public void A_plain_markdown_file_becomes_text_blocks_around_its_directives()
    {
        var document = Reader.Read("---\ntitle: Fête\n---\n# Bonjour\n\nTexte\n\n:::callout {kind=\"info\"}\nNote\n:::\n\nFin\n");
        document.Blocks.Select(b => (b.Id, b.Type, b.Text("markdown"))).ShouldBe(
            [("b1", "text", "# Bonjour\n\nTexte"), ("b2", "callout", "Note"), ("b3", "text", "Fin")]);
        ((string?)document.Extra["title"]).ShouldBe("Fête");
    }

    [Theory]
    [InlineData(":::image {id=\"b1\"}\npas une image\n:::")]
    [InlineData(":::image {id=}\n![a](media:1)\n:::")]
    [InlineData(":::text {id=\"b1\"}\njamais fermé")]
    [InlineData("---\n: : [\n---\nTexte")]
    public void What_cannot_be_understood_stays_as_text(string text)
        => Reader.Read(text).Blocks.ShouldHaveSingleItem().Text("markdown").ShouldBe(text);

    [Fact]
    public void Front_matter_that_refers_to_itself_a_billion_times_is_refused()
    {
        var bomb = "---\na: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat("bcdefghi".Select((c, i) => $"{c}: &{c} [{string.Join(',', Enumerable.Repeat("*" + (char)(c - 1), 9))}]\n")) + "---\n";
        Reader.Read(bomb).Extra.Count.ShouldBe(0);
    }

    [Fact]
    public void Front_matter_whose_key_is_a_list_of_lists_of_lists_is_refused_before_it_is_counted()
    {
        var bomb = "---\na: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat("bcdefghi".Select((c, i) => $"{c}: &{c} [{string.Join(',', Enumerable.Repeat("*" + (char)(c - 1), 9))}]\n")) + "? [*i,*i]\n: x\n---\n";
        Reader.Read(bomb).Extra.Count.ShouldBe(0);
        Reader.Read("---\n? [a]\n: x\n---\n").Extra.Count.ShouldBe(0);
    }

    /// <summary>Read level by level on the stack, this would end the process and every space with it.</summary>
    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Front_matter_that_is_sixty_thousand_letters_deep_is_refused(string level)
    {
        var deep = "---\na: 1\nb:\n  " + string.Concat(Enumerable.Repeat(level, 60_000 / level.Length)) + "\n---\n";
        Reader.Read(deep).Extra.Count.ShouldBe(0);
    }
}
