using CapaCitoyenne.Sites.Accessibility;
using CapaCitoyenne.Sites.Categories;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Imports;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Sites;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.Exports;

/// <summary>A site with everything that a file may leave out.</summary>
internal static class RichSite
{
    /// <summary>
    /// Every block, a draft over a page that is online, one for members, one that was online, some that will be, news, one for tomorrow, a picture, former
    /// addresses, a deleted category, a look of its own.
    /// </summary>
    public static async Task<TestSpace> ARichSite(this HubFixture hub)
    {
        var space = await hub.Given.AnOnlineSite();
        await space.Admin.PutAsync<SiteDto>("/api/sites/site/look", new UpdateSiteLookInput { Theme = "place", AccentColor = "#7a1f3d" });
        var media = await (await space.Admin.SendAsync(HttpMethod.Post, "/api/sites/media", new MultipartFormDataContent { { new ByteArrayContent(OldSite.Photo("rich")), "file", "Le quai.jpg" } })).EnsureSuccess().ReadAsync<MediaDto>();
        await space.Admin.PutAsync<MediaDto>($"/api/sites/media/{media.Id}", new UpdateMediaInput { FileName = "Le quai.jpg", Alt = "Le quai au soir", Caption = "Un soir de mai", Credit = "Léa Petit", ConsentNote = "Oral, le 3 mai", ConsentUntil = new DateOnly(2030, 5, 3) });
        var venir = await space.APublishedPage("Venir", "Métro **Jaurès**");
        await space.Admin.PutAsync<AccessibilityStatementDto>("/api/sites/accessibility-statement", new AccessibilityStatementDto
        {
            State = AccessibilityState.Partial, AuditDay = new DateOnly(2026, 3, 2), Auditor = "Cabinet « Égal »", Rate = 82.5m, IsPublicService = true,
        });
        var form = await space.AFormOfItsOwn();
        await space.AnAgendaOfAllSorts(media.Urn);
        var all = EveryBlock.Document(hub.Services.GetRequiredService<SiteDocuments>().Catalog, media.Urn, "page:" + venir.Id, form.Urn);
        var page = await space.Admin.PostAsync<PageDto>("/api/sites/page", new CreatePageInput { Title = "Tous les blocs", Document = all });
        page.Issues.Where(issue => issue.Severity != DocumentIssueSeverity.Warning).Select(issue => issue.Path + " " + issue.Code).ShouldBeEmpty();
        page = await space.Publishes(page);
        await space.Saves(page, SitesTestExtensions.Text(("d", "La suite, pas encore en ligne")), page.Revision);
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{venir.Id}/change-slug", new ChangePageSlugInput { Slug = "nous-trouver" });
        await space.APage("Ébauche", "Pas encore");
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{(await space.APublishedPage("Retirée")).Id}/unpublish");
        var inTwoDays = hub.Clock.GetUtcNow().UtcDateTime.AddDays(2);
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{(await space.HomePage()).Id}/schedule", new ScheduleInput { PublishAt = inTwoDays });
        var legal = (await space.Admin.GetAsync<ListResultDto<PageListItemDto>>("/api/sites/page")).Items.Single(one => one.Kind == PageKind.Accessibility);
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{legal.Id}/schedule", new ScheduleInput { PublishAt = inTwoDays, UnpublishAt = inTwoDays.AddDays(1) });
        var category = await space.Admin.PostAsync<CategoryDto>("/api/sites/category", new SaveCategoryInput { Name = "Sorties" });
        await space.Admin.PutAsync<CategoryDto>($"/api/sites/category/{category.Id}", new SaveCategoryInput { Name = "Sorties & fêtes" });
        var gone = await space.Admin.PostAsync<CategoryDto>("/api/sites/category", new SaveCategoryInput { Name = "Travaux" });
        await space.Admin.PutAsync<CategoryDto>($"/api/sites/category/{gone.Id}", new SaveCategoryInput { Name = "Chantiers" });
        await space.Admin.DeleteAsync($"/api/sites/category/{gone.Id}");
        var post = await space.Admin.PostAsync<PostDto>("/api/sites/post", new CreatePostInput { Title = "La fête", Excerpt = "En bref", AuthorName = "Léa", Document = SitesTestExtensions.Text(("p", "Rendez-vous [ici](page:" + venir.Id + ")")) });
        await space.Admin.PostAsync<PostDto>($"/api/sites/post/{post.Id}/set-categories", new SetPostCategoriesInput { CategoryIds = [category.Id] });
        await space.Admin.PostAsync<PostDto>($"/api/sites/post/{post.Id}/publish");
        var tomorrow = await space.Admin.PostAsync<PostDto>("/api/sites/post", new CreatePostInput { Title = "Demain", Document = SitesTestExtensions.Text(("p", "Nous y serons")) });
        await space.Admin.PostAsync<PostDto>($"/api/sites/post/{tomorrow.Id}/schedule", new ScheduleInput { PublishAt = hub.Clock.GetUtcNow().UtcDateTime.AddDays(1) });
        var team = await space.APublishedPage("Équipe", "Le digicode est bleu");
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{team.Id}/set-audience", new SetPageAudienceInput { Audience = PageAudience.Members });
        await space.Admin.PostAsync<PostDto>("/api/sites/post", new CreatePostInput { Title = "Brouillon", Document = SitesTestExtensions.Text(("p", "À finir")) });
        await space.Admin.PutAsync<SiteDto>("/api/sites/site/language", new UpdateSiteLanguageInput { Language = "en" });
        await hub.RunJobsAsync();
        return space;
    }
}
