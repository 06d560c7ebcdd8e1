using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Blocks;
using CsCheck;

namespace CapaCitoyenne.Sites.Documents.Tests;

public class DocumentReaderTests
{
    [Fact]
    public void What_is_written_as_json_is_read_back_the_same()
        => Given.Document.Sample(document => Given.Read(document.ToJson()).ContentEquals(document), iter: 5000, print: d => d.ToJson() + " → " + Given.Read(d.ToJson()).ToJson());

    [Fact]
    public void Any_text_is_read_without_an_exception_and_written_back()
        => Given.Words.Sample(text =>
        {
            var document = Given.Read(text);
            return document.Verbatim == text && document.ToJson() == text;
        });

    [Theory]
    [InlineData("""{ "id":"b1", "type":"weather", "v":1,  "max":5.0, "é":"\u00e9\/" }""", KeptReason.UnknownType)]
    [InlineData("""{"id":"b1","type":"text","v":2,"markdown":"x"}""", KeptReason.NewerVersion)]
    [InlineData("""{"id":"b1","type":"text","markdown":"x"}""", KeptReason.Malformed)]
    [InlineData("""{"id":"b1","type":"text","v":1,"markdown":"\ud800"}""", KeptReason.Malformed)]
    [InlineData("""{"id":"b1","type":"text","v":1,"markdown":"x","markdown":"y"}""", KeptReason.Malformed)]
    [InlineData("""{"id":"b1","type":"columns","v":1,"columns":[1]}""", KeptReason.Malformed)]
    [InlineData("""[ 1, 2 ]""", KeptReason.Malformed)]
    [InlineData("null", KeptReason.Malformed)]
    public void A_block_that_is_not_understood_survives_byte_for_byte(string json, KeptReason reason)
    {
        var document = Given.Page(json);
        document.Blocks[0].Reason.ShouldBe(reason);
        document.ToJson().ShouldContain(json);
        Given.Page($$"""{"id":"c","type":"columns","v":1,"columns":[[{{json}}],[]]}""").ToJson().ShouldContain(json);
    }

    [Fact]
    public void A_document_of_another_schema_is_kept_whole()
    {
        const string json = """{ "schema":"page/2", "content":[ ] }""";
        Given.Read(json).ToJson().ShouldBe(json);
    }

    [Fact]
    public void Older_blocks_are_brought_to_the_newest_version_step_by_step()
    {
        var reader = new DocumentReader(BlockCatalog.BuiltIn.With([Quote]));
        var block = reader.Read("""{"schema":"page/1","lang":"fr","blocks":[{"id":"q","type":"proverb","v":1,"said":"Bonjour"}]}""").Blocks[0];
        block.Version.ShouldBe(3);
        block.Text("markdown").ShouldBe("Bonjour");
        block.Text("author").ShouldBe("");
    }

    [Fact]
    public void A_failed_upgrade_keeps_the_block_as_it_was()
    {
        const string json = """{"id":"q","type":"proverb","v":1,"other":true}""";
        var reader = new DocumentReader(BlockCatalog.BuiltIn.With([Quote]));
        var document = reader.Read($$"""{"schema":"page/1","lang":"fr","blocks":[{{json}}]}""");
        document.Blocks[0].Reason.ShouldBe(KeptReason.UpgradeFailed);
        document.ToJson().ShouldContain(json);
    }

    private static readonly BlockDefinition Quote = new("proverb", [new("markdown", FieldKind.Markdown), new("author", FieldKind.Text)])
    {
        Upgraders =
        [
            old => new JsonObject { ["text"] = old["said"]!.GetValue<string>() },
            old => new JsonObject { ["markdown"] = old["text"]!.GetValue<string>(), ["author"] = "" },
        ],
    };
}
