using System.Text.Json;
using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Validation;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>What the workspace's editor has to know of the blocks; its own tests compare it with that file.</summary>
public sealed class BlockCatalogueTests(HubFixture hub)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    [Fact]
    public async Task The_committed_file_that_the_editor_is_tested_with_is_the_present_catalogue()
    {
        var catalogue = Describe(hub.Services.GetRequiredService<SiteDocuments>().Catalog) + "\n";
        if (Environment.GetEnvironmentVariable("CAPA_UPDATE_API") == "1") await File.WriteAllTextAsync(CommittedFile(), catalogue);
        (await File.ReadAllTextAsync(CommittedFile())).ShouldBe(catalogue, "The blocks have changed: run this test with CAPA_UPDATE_API=1 and commit what it writes.");
    }

    [Theory]
    [InlineData(MediaConsts.MaxAltLength, false)]
    [InlineData(MediaConsts.MaxAltLength + 1, true)]
    public void Words_of_a_picture_are_as_long_as_the_library_keeps_them(int length, bool isTooLong)
    {
        var documents = hub.Services.GetRequiredService<SiteDocuments>();
        var image = new JsonObject { ["id"] = "b1", ["type"] = BlockTypes.Image, ["v"] = 1, ["media"] = "", ["alt"] = new JsonObject { ["kind"] = "text", ["text"] = new string('a', length) } };
        var document = new JsonObject { ["schema"] = PageDocument.Schema, ["lang"] = "fr", ["blocks"] = new JsonArray(image) };
        documents.Validate(documents.Read(document.ToJsonString())).Any(issue => issue.Code == DocumentIssueCodes.FieldTooLong).ShouldBe(isTooLong);
    }

    private static string Describe(BlockCatalog catalog)
        => new JsonObject(catalog.Definitions.OrderBy(definition => definition.Type, StringComparer.Ordinal)
            .Select(definition => KeyValuePair.Create<string, JsonNode?>(definition.Type, Describe(definition.Fields)))).ToJsonString(Json);

    private static JsonObject Describe(IEnumerable<BlockField> fields) => new(fields.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, Describe(field))));

    private static JsonObject Describe(BlockField field)
    {
        var described = new JsonObject { ["kind"] = field.Kind.ToString() };
        if (field.Kind is FieldKind.Text or FieldKind.Link or FieldKind.Email or FieldKind.Video) described["max"] = field.MaxLength;
        if (field.Kind == FieldKind.Alt) described["max"] = MediaConsts.MaxAltLength;
        if (field.Kind == FieldKind.Items) described["items"] = Describe(field.Items);
        return described;
    }

    private static string CommittedFile()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CapaCitoyenne.sln"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "angular-free-ui", "src", "editor", "catalogue.json");
    }
}
