using System.Text.Json.Nodes;
using CapaCitoyenne.Abp.Domain.Repositories;
using CapaCitoyenne.Abp.PermissionManagement;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Library.Commons;
using CapaCitoyenne.Library.Curation;
using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.Library.Permissions;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Library;

/// <summary>What the library's tests start from.</summary>
internal static class LibraryTestData
{
    public static string Body(string markdown) => new JsonObject
    {
        ["schema"] = "page/1",
        ["lang"] = "fr",
        ["blocks"] = new JsonArray(new JsonObject { ["id"] = "b1", ["type"] = "text", ["v"] = 1, ["markdown"] = markdown }),
    }.ToJsonString();

    public static CreateGuideInput AGuide(string title = "Animer un world café") => new()
    {
        Title = title,
        Aim = "Faire parler tout le monde, même dans une grande salle.",
        Kind = GuideKind.Method,
        Themes = ["animation", "democratie"],
        Tags = ["intelligence collective"],
        Card = new GuideCardDto
        {
            AudienceMin = 12,
            AudienceMax = 60,
            DurationMinutes = 150,
            Material = ["nappes en papier", "feutres"],
            Steps = [new GuideStepDto { Text = "Accueillir", Minutes = 15 }, new GuideStepDto { Text = "Trois conversations de vingt minutes", Minutes = 60 }],
        },
        Body = Body("## Pourquoi\n\nLes **habitantes et habitants** changent de table toutes les vingt minutes."),
    };

    public static UpdateGuideInput AsUpdate(this GuideDto guide) => new()
    {
        Title = guide.Title,
        Aim = guide.Aim,
        Kind = guide.Kind,
        Language = guide.Language,
        Licence = guide.Licence,
        Themes = guide.Themes,
        Tags = guide.Tags,
        Card = guide.Card,
        Body = guide.Body,
        ConcurrencyStamp = guide.ConcurrencyStamp,
    };

    /// <summary>Someone who curates the commons: signed in, in no space.</summary>
    public static async Task<HubClient> ACurator(this HubFixture hub)
    {
        var space = await hub.Given.AnAssociation();
        await hub.InAsync(null, null, provider => provider.GetRequiredService<IRepository<PermissionGrant, Guid>>().InsertAsync(
            new PermissionGrant(Guid.NewGuid(), LibraryPermissions.Commons.Curate, "U", space.AdminId.ToString())));
        space.Admin.Space = null;
        return space.Admin;
    }

    /// <summary>Someone with this role in the space, signed in there.</summary>
    public static async Task<(HubClient Browser, string Email)> AMember(this HubFixture hub, TestSpace space, string role)
    {
        var email = $"{role}-{Guid.NewGuid():N}@exemple.fr";
        await hub.InAsync(null, null, provider => provider.GetRequiredService<IAssociationSeedingService>()
            .AddMemberAsync(space.TenantId, new SeedPerson("Awa Diallo", email, TestSpace.Password), role));
        var browser = hub.NewBrowser();
        await browser.SignInAsync(email, TestSpace.Password);
        browser.Space = space.Slug;
        return (browser, email);
    }

    public static async Task<GuideDto> Writes(this TestSpace space, CreateGuideInput? input = null)
        => await space.Admin.PostAsync<GuideDto>("/api/library/guide", input ?? AGuide());

    public static async Task<GuideDto> Submits(this TestSpace space, GuideDto guide)
        => await space.Admin.PostAsync<GuideDto>($"/api/library/guide/{guide.Id}/submit", new PublishGuideInput { Summary = "Première version" });

    public static async Task<GuideDto> Publishes(this TestSpace space, GuideDto guide)
        => await space.Admin.PostAsync<GuideDto>($"/api/library/guide/{guide.Id}/publish", new PublishGuideInput());

    public static async Task<GuideDto> Rewrites(this TestSpace space, GuideDto guide, Action<UpdateGuideInput> change)
    {
        var update = guide.AsUpdate();
        change(update);
        return await space.Admin.PutAsync<GuideDto>($"/api/library/guide/{guide.Id}", update);
    }

    public static async Task<GuideDto> Rereads(this TestSpace space, GuideDto guide) => await space.Admin.GetAsync<GuideDto>($"/api/library/guide/{guide.Id}");

    public static async Task PublishesToAll(this HubClient curator, string title)
        => await curator.PostAsync($"/api/library/guide-curation/{(await curator.Finds(title)).Id}/publish");

    /// <summary>The waiting proposal of this guide.</summary>
    public static async Task<GuideSubmissionListItemDto> Finds(this HubClient curator, string title)
        => (await curator.GetAsync<Abp.Application.Dtos.PagedResultDto<GuideSubmissionListItemDto>>("/api/library/guide-curation?maxResultCount=1000"))
            .Items.Last(submission => submission.Title == title);

    /// <summary>Written by the space, published to the commons by the curator.</summary>
    public static async Task<(GuideDto Guide, CommonsGuideDto Shared)> Shares(this TestSpace space, HubClient curator, CreateGuideInput? input = null)
    {
        var guide = await space.Submits(await space.Writes(input));
        await curator.PostAsync($"/api/library/guide-curation/{(await curator.Finds(guide.Title)).Id}/publish");
        guide = await space.Admin.GetAsync<GuideDto>($"/api/library/guide/{guide.Id}");
        return (guide, await space.Admin.ReadsShared(guide.CommonsPath!));
    }

    public static Task<CommonsGuideDto> ReadsShared(this HubClient reader, string path)
        => reader.GetAsync<CommonsGuideDto>($"/api/library/commons-public/by-slug?slug={path["/bibliotheque/".Length..]}");

    public static Task<CommonsSearchResultDto> Searches(this HubClient reader, string query)
        => reader.GetAsync<CommonsSearchResultDto>($"/api/library/commons-public?query={Uri.EscapeDataString(query)}");

    /// <summary>A title that no other test has: each word is its own.</summary>
    public static string Unique(string title) => $"{title} {string.Concat(Guid.NewGuid().ToString("N").Select(c => (char)(c <= '9' ? c - '0' + 'g' : c)))}";
}
