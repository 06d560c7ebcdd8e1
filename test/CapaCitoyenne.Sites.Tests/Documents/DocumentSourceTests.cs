using System.Net;
using CapaCitoyenne.Sites.Exports;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>The source view of the editor.</summary>
public sealed class DocumentSourceTests(HubFixture hub)
{
    private static Task<ReadDocumentSourceDto> Reads(TestSpace space, string text) => space.Admin.PostAsync<ReadDocumentSourceDto>("/api/sites/document-source/from-text", new ReadDocumentSourceInput { Text = text });

    [Fact]
    public async Task A_document_of_every_block_comes_back_as_it_was()
    {
        var space = await hub.Given.AnAssociation();
        var document = EveryBlock.Document(hub.Services.GetRequiredService<SiteDocuments>().Catalog, "media:" + Guid.NewGuid(), "page:" + Guid.NewGuid(), "form:" + Guid.NewGuid());
        var source = await space.Admin.PostAsync<DocumentSourceDto>("/api/sites/document-source/to-text", new WriteDocumentSourceInput { Document = document });
        var read = await Reads(space, source.Text.ReplaceLineEndings("\r\n"));
        read.Problems.Where(problem => problem.Severity == DocumentIssueSeverity.Error).ShouldBeEmpty();
        System.Text.Json.Nodes.JsonNode.DeepEquals(System.Text.Json.Nodes.JsonNode.Parse(read.Document!), System.Text.Json.Nodes.JsonNode.Parse(document)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Bonjour\n\n:::image {id=\"i\" width=\"wide\"\n:::\n", 3, "Sites:SourceDirectiveUnreadable")]
    [InlineData("Bonjour\n\n:::callout {id=\"c\"}\nVenez\n", 3, "Sites:SourceDirectiveOpen")]
    [InlineData("---\nlang: [\n---\n\nBonjour\n", 1, "Sites:SourceHeadUnreadable")]
    [InlineData("---\nlang: fr\n---\n\nBonjour\n\n:::text {id=\"b\"}\nUn\n:::\n\n:::text {id=\"b\"}\nDeux\n:::\n", 11, "Sites:BlockIdRepeated")]
    public async Task What_is_wrong_is_told_with_its_line_and_nothing_comes_of_it(string text, int line, string code)
    {
        var space = await hub.Given.AnAssociation();
        var read = await Reads(space, text);
        read.Document.ShouldBeNull();
        var problem = read.Problems.Where(one => one.Severity == DocumentIssueSeverity.Error).ShouldHaveSingleItem();
        problem.Message.ShouldNotBe(problem.Code);
        (problem.Line, problem.Code).ShouldBe((line, code));
    }

    [Fact]
    public async Task A_mistake_inside_of_columns_is_told_at_the_block_it_is_in()
    {
        var space = await hub.Given.AnAssociation();
        var read = await Reads(space, "Avant\n\n:::::columns {id=\"c\"}\n::::column\n:::text {id=\"a\"}\nUn\n:::\n::::\n::::column\n\n:::text {id=\"t\" width=\"huge\"}\nDeux\n:::\n::::\n:::::\n");
        read.Problems.Where(one => one.Severity == DocumentIssueSeverity.Error).ShouldHaveSingleItem().Line.ShouldBe(11);
    }

    [Fact]
    public async Task Whoever_does_not_write_has_no_source_view()
    {
        var space = await hub.Given.AnAssociation();
        var visitor = hub.NewBrowser();
        (await visitor.SendAsync(HttpMethod.Post, "/api/sites/document-source/from-text", new ReadDocumentSourceInput { Text = "a" })).StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest);
        (await space.Admin.SendAsync(HttpMethod.Post, "/api/sites/document-source/from-text", new ReadDocumentSourceInput { Text = new string('a', Pages.PageConsts.MaxDocumentLength + 1) })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
