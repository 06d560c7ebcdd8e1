using CapaCitoyenne.Sites.Documents.Validation;
using CsCheck;

namespace CapaCitoyenne.Sites.Documents.Tests;

public class DocumentValidatorTests
{
    private static readonly DocumentValidator Validator = new(Given.Catalog);

    [Theory]
    [InlineData("""{"id":"b","type":"text","v":1}""", "/blocks/0/markdown", DocumentIssueCodes.FieldMissing)]
    [InlineData("""{"id":"b","type":"text","v":1,"markdown":5}""", "/blocks/0/markdown", DocumentIssueCodes.FieldInvalid)]
    [InlineData("""{"id":"b","type":"text","v":1,"markdown":"","a/b":1}""", "/blocks/0/a~1b", DocumentIssueCodes.FieldUnknown)]
    [InlineData("""{"id":"b c","type":"text","v":1,"markdown":""}""", "/blocks/0/id", DocumentIssueCodes.BlockIdInvalid)]
    [InlineData("""{"id":"b","type":"text","v":1,"markdown":"","width":"12px"}""", "/blocks/0/width", DocumentIssueCodes.FieldInvalid)]
    [InlineData("""{"id":"b","type":"text","v":1,"markdown":"","until":"2027-02-30"}""", "/blocks/0/until", DocumentIssueCodes.FieldInvalid)]
    [InlineData("""{"id":"b","type":"news","v":1,"max":13}""", "/blocks/0/max", DocumentIssueCodes.FieldInvalid)]
    [InlineData("""{"id":"b","type":"button","v":1,"label":"x","target":"javascript:x"}""", "/blocks/0/target", DocumentIssueCodes.LinkNotAllowed)]
    [InlineData("""{"id":"b","type":"image","v":1,"media":"https://x/y.jpg","alt":{"kind":"decorative"}}""", "/blocks/0/media", DocumentIssueCodes.FieldInvalid)]
    [InlineData("""{"id":"b","type":"image","v":1,"media":"media:1","alt":{"kind":"text","text":" "}}""", "/blocks/0/alt", DocumentIssueCodes.ImageAltMissing)]
    [InlineData("""{"id":"b","type":"image","v":1,"media":"media:1","alt":{"kind":"text","text":"IMG_2041.jpg"}}""", "/blocks/0/alt/text", DocumentIssueCodes.ImageAltIsFileName)]
    [InlineData("""{"id":"b","type":"image","v":1,"media":"media:1","alt":{"kind":"text","text":"DSC 0012"}}""", "/blocks/0/alt/text", DocumentIssueCodes.ImageAltIsFileName)]
    [InlineData("""{"id":"b","type":"image","v":1,"media":"","alt":{"kind":"decorative"}}""", "/blocks/0/media", DocumentIssueCodes.FieldEmpty)]
    [InlineData("""{"id":"b","type":"columns","v":1,"columns":[[]]}""", "/blocks/0/columns", DocumentIssueCodes.ColumnCountInvalid)]
    [InlineData("""{"id":"b","type":"columns","v":1,"columns":[[],[{"id":"c","type":"columns","v":1,"columns":[[],[]]}]]}""", "/blocks/0/columns/1/0", DocumentIssueCodes.BlockTooDeep)]
    [InlineData("""{"id":"b","type":"weather","v":1}""", "/blocks/0", DocumentIssueCodes.BlockTypeUnknown)]
    [InlineData("""{"id":"b","type":"faq","v":1,"items":{}}""", "/blocks/0/items", DocumentIssueCodes.FieldInvalid)]
    [InlineData("""{"id":"b","type":"faq","v":1,"items":["x"]}""", "/blocks/0/items/0", DocumentIssueCodes.ItemMalformed)]
    [InlineData("""{"id":"b","type":"faq","v":1,"items":[{"id":"a b","question":"x","markdown":""}]}""", "/blocks/0/items/0/id", DocumentIssueCodes.ItemIdInvalid)]
    [InlineData("""{"id":"b","type":"faq","v":1,"items":[{"id":"a","question":"x","markdown":""},{"id":"a","question":"x","markdown":""}]}""", "/blocks/0/items/1/id", DocumentIssueCodes.ItemIdRepeated)]
    [InlineData("""{"id":"b","type":"faq","v":1,"items":[{"id":"a","question":"x"}]}""", "/blocks/0/items/0/markdown", DocumentIssueCodes.FieldMissing)]
    [InlineData("""{"id":"b","type":"faq","v":1,"items":[{"id":"a","question":"x","markdown":"","css":"x"}]}""", "/blocks/0/items/0/css", DocumentIssueCodes.FieldUnknown)]
    [InlineData("""{"id":"b","type":"gallery","v":1,"items":[{"id":"a","media":"media:1","alt":{"kind":"text","text":""}}]}""", "/blocks/0/items/0/alt", DocumentIssueCodes.ImageAltMissing)]
    [InlineData("""{"id":"b","type":"team","v":1,"items":[{"id":"a","name":"Léa","media":"media:1"}]}""", "/blocks/0/items/0/alt", DocumentIssueCodes.ImageAltMissing)]
    [InlineData("""{"id":"b","type":"team","v":1,"items":[{"id":"a","name":"Léa","email":"lea@"}]}""", "/blocks/0/items/0/email", DocumentIssueCodes.EmailInvalid)]
    [InlineData("""{"id":"b","type":"video","v":1,"url":"https://exemple.fr/film.mp4","title":"x"}""", "/blocks/0/url", DocumentIssueCodes.VideoNotKnown)]
    [InlineData("""{"id":"b","type":"map","v":1,"address":"x","lat":91,"lon":0}""", "/blocks/0/lat", DocumentIssueCodes.FieldInvalid)]
    [InlineData("""{"id":"b","type":"form","v":1,"form":"page:1"}""", "/blocks/0/form", DocumentIssueCodes.FieldInvalid)]
    [InlineData("""{"id":"b","type":"commitments","v":1,"items":[{"id":"a","title":"x","state":"soon"}]}""", "/blocks/0/items/0/state", DocumentIssueCodes.FieldInvalid)]
    [InlineData("""{"type":"text"}""", "/blocks/0", DocumentIssueCodes.BlockMalformed)]
    public void A_finding_says_where_and_what(string block, string path, string code)
    {
        var issue = Validator.Validate(Given.Page(block)).ShouldHaveSingleItem();
        (issue.Path, issue.Code).ShouldBe((path, code));
    }

    [Fact]
    public void An_unknown_block_does_not_stop_saving_nor_publishing()
        => Validator.Validate(Given.Page("""{"id":"b","type":"weather","v":1}""")).ShouldHaveSingleItem().Severity.ShouldBe(IssueSeverity.Warning);

    [Fact]
    public void A_picture_without_words_can_be_saved_but_not_published()
        => Validator.Validate(Given.Page("""{"id":"b","type":"image","v":1,"media":"media:1","alt":{"kind":"text","text":""}}""")).ShouldHaveSingleItem().Severity.ShouldBe(IssueSeverity.BlocksPublishing);

    [Theory]
    [InlineData("button", "\"target\":\"/a\",\"label\":\"@\"", 121)]
    [InlineData("button", "\"label\":\"x\",\"target\":\"/@\"", 2000)]
    [InlineData("image", "\"media\":\"media:1\",\"alt\":{\"kind\":\"text\",\"text\":\"@\"}", 301)]
    [InlineData("faq", "\"items\":[{\"id\":\"a\",\"question\":\"@\",\"markdown\":\"\"}]", 301)]
    [InlineData("team", "\"items\":[{\"id\":\"a\",\"name\":\"x\",\"email\":\"@\"}]", 255)]
    [InlineData("text", "\"markdown\":\"@\"", 33_000)]
    [InlineData("quote", "\"markdown\":\"x\",\"author\":\"a\\u0001b\"", 1)]
    public void A_text_that_is_too_long_or_holds_control_characters_can_be_saved_but_not_published(string type, string fields, int length)
    {
        var block = $$"""{"id":"b","type":"{{type}}","v":1,{{fields.Replace("@", new string('x', length), StringComparison.Ordinal)}}}""";
        Validator.Validate(Given.Page(block)).ShouldHaveSingleItem().Severity.ShouldBe(IssueSeverity.BlocksPublishing);
    }

    [Fact]
    public void A_person_without_a_picture_needs_no_words_for_it()
        => Validator.Validate(Given.Page("""{"id":"b","type":"team","v":1,"items":[{"id":"a","name":"Léa","media":"","alt":{"kind":"text","text":""}}]}""")).ShouldBeEmpty();

    [Fact]
    public void A_list_has_a_largest_size()
        => Validator.Validate(Given.Page($$"""{"id":"b","type":"figures","v":1,"items":[{{string.Join(',', Enumerable.Range(0, 9).Select(i => $$"""{"id":"i{{i}}","value":"1","label":"x"}"""))}}]}"""))
            .ShouldHaveSingleItem().Code.ShouldBe(DocumentIssueCodes.TooManyItems);

    [Fact]
    public void Ids_are_unique_inside_columns_too()
        => Validator.Validate(Given.Page("""{"id":"b","type":"columns","v":1,"columns":[[{"id":"b","type":"text","v":1,"markdown":""}],[]]}"""))
            .ShouldHaveSingleItem().Code.ShouldBe(DocumentIssueCodes.BlockIdRepeated);

    [Fact]
    public void Limits_are_told_with_their_size()
    {
        string Block(int i, string text) => $$"""{"id":"b{{i}}","type":"text","v":1,"markdown":"{{text}}"}""";
        Validator.Validate(Given.Page([.. Enumerable.Range(0, 201).Select(i => Block(i, ""))])).ShouldHaveSingleItem().Code.ShouldBe(DocumentIssueCodes.DocumentTooManyBlocks);
        Validator.Validate(Given.Page([.. Enumerable.Range(0, 9).Select(i => Block(i, new string('a', 30_000)))])).ShouldHaveSingleItem().Code.ShouldBe(DocumentIssueCodes.DocumentTooLarge);
        var issue = Validator.Validate(Given.Page(Block(0, new string('é', 16_385)))).ShouldHaveSingleItem();
        issue.Code.ShouldBe(DocumentIssueCodes.MarkdownTooLong);
        issue.Data!["Max"].ShouldBe(32);
    }

    [Theory]
    [InlineData("", DocumentIssueCodes.DocumentNotReadable)]
    [InlineData("{\"schema\":\"page/1\",", DocumentIssueCodes.DocumentNotReadable)]
    [InlineData("[]", DocumentIssueCodes.DocumentNotReadable)]
    [InlineData("""{"schema":"page/2","blocks":[]}""", DocumentIssueCodes.DocumentSchemaUnknown)]
    [InlineData("""{"schema":"page/1","lang":"français","blocks":[]}""", DocumentIssueCodes.DocumentLanguageInvalid)]
    [InlineData("""{"schema":"page/1","lang":"fr","blocks":[],"css":"x"}""", DocumentIssueCodes.DocumentPropertyUnknown)]
    public void A_document_that_is_none_is_refused(string json, string code)
        => Validator.Validate(Given.Read(json)).ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void No_document_makes_it_throw()
        => Given.Document.Sample(document => Validator.Validate(document) is not null);
}
