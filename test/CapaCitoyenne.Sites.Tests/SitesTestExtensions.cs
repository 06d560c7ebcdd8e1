using System.Net;
using CapaCitoyenne.TestBase;
using CapaCitoyenne.Associations.Profiles;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;

namespace CapaCitoyenne.Sites;

/// <summary>What editors and readers of a site do.</summary>
internal static class SitesTestExtensions
{
    public static async Task<TestSpace> ASpaceThatMayPublish(this Given given)
    {
        var space = await given.AnAssociation();
        await space.CompletesItsLegalNotice();
        return space;
    }

    public static async Task<TestSpace> AnOnlineSite(this Given given)
    {
        var space = await given.ASpaceThatMayPublish();
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{(await space.HomePage()).Id}/publish");
        return space;
    }

    public static async Task CompletesItsLegalNotice(this TestSpace space)
    {
        var profile = await space.Admin.GetAsync<AssociationProfileDto>("/api/associations/association-profile");
        await space.Admin.PutAsync<AssociationProfileDto>("/api/associations/association-profile", new UpdateAssociationProfileInput
        {
            Name = profile.Name, Town = profile.Town, ContactName = profile.ContactName, ContactEmail = profile.ContactEmail,
            Address = "12, rue de l’Église\n75010 Paris", Phone = "01 99 00 12 12", DirectorOfPublication = "Léa Bonnet", ConcurrencyStamp = profile.ConcurrencyStamp,
        });
    }

    public static async Task<PageDto> HomePage(this TestSpace space)
    {
        var pages = await space.Admin.GetAsync<ListResultDto<PageListItemDto>>("/api/sites/page");
        return await space.Admin.GetAsync<PageDto>($"/api/sites/page/{pages.Items.Single(page => page.Kind == PageKind.Home).Id}");
    }

    public static Task<PageDto> APage(this TestSpace space, string title, string markdown = "Texte")
        => space.Admin.PostAsync<PageDto>("/api/sites/page", new CreatePageInput { Title = title, Document = Text(("b1", markdown)) });

    public static async Task<PageDto> APublishedPage(this TestSpace space, string title, string markdown = "Texte")
        => await space.Publishes(await space.APage(title, markdown));

    public static Task<PageDto> Publishes(this TestSpace space, PageDto page) => space.Admin.PostAsync<PageDto>($"/api/sites/page/{page.Id}/publish");

    public static async Task<PostDto> APublishedPost(this TestSpace space, string title, string markdown = "Texte")
    {
        var post = await space.Admin.PostAsync<PostDto>("/api/sites/post", new CreatePostInput { Title = title, Document = Text(("b1", markdown)) });
        return await space.Admin.PostAsync<PostDto>($"/api/sites/post/{post.Id}/publish");
    }

    public static Task<HttpResponseMessage> Saves(this TestSpace space, PageDto page, string document, int baseRevision, string? session = null)
        => space.Admin.SendAsync(HttpMethod.Put, $"/api/sites/page/{page.Id}", new SaveDraftInput { Title = page.Title, Document = document, BaseRevision = baseRevision, Session = session });

    public static string Text(params (string Id, string Markdown)[] blocks)
        => $$"""{"schema":"page/1","lang":"fr","blocks":[{{string.Join(',', blocks.Select(b => $$"""{"id":"{{b.Id}}","type":"text","v":1,"markdown":{{System.Text.Json.JsonSerializer.Serialize(b.Markdown)}}}"""))}}]}""";

    /// <summary>A visitor's request to a site.</summary>
    public static Task<HttpResponseMessage> VisitAsync(this HubFixture hub, string slug, string path, Action<HttpRequestMessage>? change = null)
        => hub.AskAsync(slug + ".localhost:5000", path, change);

    public static async Task<HttpResponseMessage> AskAsync(this HubFixture hub, string host, string path, Action<HttpRequestMessage>? change = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        change?.Invoke(request);
        return await hub.NewBrowser().Http.SendAsync(request);
    }

    public static async Task<string> ReadAsync(this HubFixture hub, string slug, string path)
    {
        var response = await hub.VisitAsync(slug, path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await response.Content.ReadAsStringAsync();
    }
}
