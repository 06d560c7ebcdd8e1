using CapaCitoyenne.Sites.Documents.Validation;
using CsCheck;

namespace CapaCitoyenne.Sites.Documents.Tests;

public class DocumentCleanerTests
{
    [Theory]
    [InlineData("""{"id":"b","type":"button","v":1,"label":"Venir\t tous\u0000","target":"https://exemple.fr\n"}""", """{"id":"b","type":"button","v":1,"label":"Venir  tous","target":"https://exemple.fr"}""")]
    [InlineData("""{"id":"b","type":"image","v":1,"media":"media:1","alt":{"kind":"text","text":"La\nfête"}}""", """{"id":"b","type":"image","v":1,"media":"media:1","alt":{"kind":"text","text":"La fête"}}""")]
    [InlineData("""{"id":"b","type":"faq","v":1,"items":[{"id":"a","question":"Quand\u0085?","markdown":"a\tb\n"}]}""", """{"id":"b","type":"faq","v":1,"items":[{"id":"a","question":"Quand ?","markdown":"a\tb\n"}]}""")]
    public void What_nobody_sees_is_taken_out_of_lines_and_left_in_prose(string block, string cleaned)
    {
        var columns = Given.Page($$"""{"id":"c","type":"columns","v":1,"columns":[[{{block}}],[]]}""");
        DocumentCleaner.Clean(columns, Given.Catalog).Blocks[0].Columns![0][0].ToJson().ShouldBe(cleaned);
        new DocumentValidator(Given.Catalog).Validate(DocumentCleaner.Clean(columns, Given.Catalog)).ShouldBeEmpty();
    }

    [Fact]
    public void An_address_that_was_cut_to_pass_is_still_forbidden()
        => new DocumentValidator(Given.Catalog).Validate(DocumentCleaner.Clean(Given.Page("""{"id":"b","type":"button","v":1,"label":"x","target":"java\tscript:x"}"""), Given.Catalog))
            .ShouldHaveSingleItem().Code.ShouldBe(DocumentIssueCodes.LinkNotAllowed);

    [Fact]
    public void A_document_without_them_stays_as_it_is()
    {
        var document = Given.EveryBlock();
        DocumentCleaner.Clean(document, Given.Catalog).ShouldBeSameAs(document);
        Given.Document.Sample(any => DocumentCleaner.Clean(any, Given.Catalog).AllBlocks().Count() == any.AllBlocks().Count());
    }
}
