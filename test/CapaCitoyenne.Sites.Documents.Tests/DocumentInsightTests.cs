namespace CapaCitoyenne.Sites.Documents.Tests;

public class DocumentInsightTests
{
    private static readonly PageDocument Document = Given.Page(
        """{"id":"a","type":"text","v":1,"markdown":"## Qui sommes *nous*\n\nUn collectif [né ici](page:lieu), voir [le guide](guide:g1) et [ailleurs](https://x.example).\n\n![x](media:m2)"}""",
        """{"id":"b","type":"columns","v":1,"columns":[[{"id":"c","type":"image","v":1,"media":"media:m1","alt":{"kind":"text","text":""},"link":"page:lieu"}],[]]}""");

    [Fact]
    public void References_are_found_in_fields_and_in_markdown_once_each()
        => DocumentInsight.References(Document, Given.Catalog).ShouldBe(["page:lieu", "guide:g1", "media:m2", "media:m1"]);

    [Fact]
    public void Headings_are_told_as_they_are_shown()
        => DocumentInsight.Headings(Document).ShouldBe([new DocumentHeading(2, "Qui sommes nous")]);

    [Fact]
    public void Pictures_without_words_are_found_inside_columns()
        => DocumentInsight.ImagesWithoutAlt(Document).ShouldHaveSingleItem().Id.ShouldBe("c");

    [Fact]
    public void The_excerpt_is_cut_at_a_word()
        => DocumentInsight.Excerpt(Document, 30).ShouldBe("Un collectif né ici, voir le…");

    [Fact]
    public void The_first_picture_is_found()
        => DocumentInsight.FirstImage(Document).ShouldBe("media:m1");
}
