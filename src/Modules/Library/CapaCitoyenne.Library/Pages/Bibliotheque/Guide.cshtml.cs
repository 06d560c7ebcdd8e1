using System.Globalization;
using System.Text.Json;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Library.Commons;
using CapaCitoyenne.Library.Curation;
using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.Library.Localization;
using CapaCitoyenne.Library.Permissions;
using CapaCitoyenne.Sites.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace CapaCitoyenne.Library.Pages.Bibliotheque;

/// <summary>A shared guide at its stable address, or the tombstone of a withdrawn one (410).</summary>
[UnitOfWork(isTransactional: false)] // the page only reads; what it does is done in a unit of work of its own
public sealed class GuideModel(
    ICommonsPublicAppService commons, IGuideAppService guides, IGuideCurationAppService curation, IMembershipIntegrationService memberships, ICurrentTenant currentTenant,
    ICurrentUser currentUser, IPermissionChecker permissions, IUnitOfWorkManager unitOfWorkManager, IStringLocalizer<LibraryResource> texts) : PageModel
{
    /// <summary>Spaces where the reader may adapt it; empty for a visitor.</summary>
    public List<MembershipInfo> Spaces { get; private set; } = [];

    /// <summary>The reader may take the guide out of the commons.</summary>
    public bool MayWithdraw { get; private set; }

    /// <summary>Why something was not done; null when nothing was refused.</summary>
    public string? Problem { get; private set; }

    /// <summary>The guide.</summary>
    public CommonsGuideDto Guide { get; private set; } = new();

    /// <summary>The guide as schema.org data; safe inside a script element.</summary>
    public string JsonLd { get; private set; } = "";

    /// <summary>Finds the guide.</summary>
    public async Task<IActionResult> OnGetAsync(string slug)
    {
        try
        {
            Guide = await commons.GetBySlugAsync(slug);
        }
        catch (EntityNotFoundException)
        {
            return NotFound();
        }

        if (Guide.WithdrawnTime is not null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        if (currentUser.Id is { } userId)
        {
            Response.Headers.CacheControl = "private, no-store"; // it names the reader's spaces
            Spaces = await FindSpacesAsync(userId);
            MayWithdraw = await permissions.IsGrantedAsync(LibraryPermissions.Commons.Curate);
        }
        else if (IsKnown())
        {
            return StatusCode(StatusCodes.Status304NotModified);
        }

        JsonLd = JsonSerializer.Serialize(Data(Guide, $"{Request.Scheme}://{Request.Host}"));
        return Page();
    }

    /// <summary>One click: the copy is made in the chosen space, and its editor opens.</summary>
    public async Task<IActionResult> OnPostAsync(string slug, Guid space)
    {
        if (currentUser.Id is not { } userId)
        {
            return Challenge();
        }

        if ((await FindSpacesAsync(userId)).Find(own => own.TenantId == space) is not { } chosen)
        {
            return Forbid();
        }

        using (currentTenant.Change(space))
        {
            GuideDto? guide = null;
            if (await TryAsync(async () => guide = await guides.AdaptAsync(new AdaptGuideInput { Slug = slug })))
            {
                return Redirect($"/espace/{chosen.Slug}/bibliotheque/{guide!.Id}");
            }
        }

        return await OnGetAsync(slug);
    }

    /// <summary>A curator takes the guide out of the commons; the association is told why.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(string slug, string? reason)
    {
        reason = reason?.Trim() ?? "";
        if (reason.Length is 0 or > GuideConsts.MaxMessageLength)
        {
            Problem = texts["Guide:WithdrawNeedsReason", GuideConsts.MaxMessageLength];
        }
        else
        {
            await TryAsync(() => curation.WithdrawAsync(new WithdrawCommonsGuideInput { Slug = slug, Reason = reason }));
        }

        return await OnGetAsync(slug);
    }

    private async Task<bool> TryAsync(Func<Task> work)
    {
        try
        {
            await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
            await work();
            await unitOfWork.CompleteAsync();
            return true;
        }
        catch (EntityNotFoundException)
        {
            return false; // gone meanwhile: the page says so
        }
        catch (BusinessException refusal) when (refusal.Code is { } code)
        {
            Problem = refusal.Data.Cast<System.Collections.DictionaryEntry>()
                .Aggregate(texts[code].Value, (text, value) => text.Replace($"{{{value.Key}}}", value.Value?.ToString(), StringComparison.Ordinal));
            return false;
        }
    }

    // A snapshot never changes: for a visitor the page depends on it, on what was made from it, and on the language.
    private bool IsKnown()
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var version = string.Create(CultureInfo.InvariantCulture, $"\"{Guide.Id:N}-{Guide.AdaptationCount}-{Guide.Adaptations.Count}-{language}\"");
        var tag = new EntityTagHeaderValue(version, isWeak: true);
        Response.GetTypedHeaders().ETag = tag;
        Response.Headers.CacheControl = "public, no-cache";
        Response.Headers.Vary = "Cookie, Accept-Language";
        return Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
    }

    private async Task<List<MembershipInfo>> FindSpacesAsync(Guid userId)
    {
        var spaces = new List<MembershipInfo>();
        foreach (var space in await memberships.GetListAsync(userId))
        {
            using (currentTenant.Change(space.TenantId))
            {
                if (await permissions.IsGrantedAsync(LibraryPermissions.Guides.Write))
                {
                    spaces.Add(space);
                }
            }
        }

        return spaces;
    }

    // The default encoder of System.Text.Json escapes < and >: nothing can close the script element.
    private static Dictionary<string, object> Data(CommonsGuideDto guide, string origin)
    {
        var data = new Dictionary<string, object>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = guide.Card.Steps.Count > 0 ? "HowTo" : "CreativeWork",
            ["name"] = guide.Title,
            ["description"] = guide.Aim,
            ["inLanguage"] = guide.Language,
            ["license"] = guide.LicenceUrl,
            ["url"] = origin + guide.Path,
            ["datePublished"] = SiteDay.Of(guide.PublishedTime).ToString("O", CultureInfo.InvariantCulture),
            ["version"] = guide.Revision,
            ["author"] = guide.AuthorName.Length == 0 ? Thing("Organization", guide.OwnerName) : Thing("Person", guide.AuthorName),
            ["publisher"] = Thing("Organization", guide.OwnerName),
        };
        if (guide.Attributions.Count > 0)
        {
            data["isBasedOn"] = guide.Attributions.Select(source => origin + source.Path).ToArray();
        }

        if (guide.DurationMinutes is { } minutes)
        {
            data["totalTime"] = string.Create(CultureInfo.InvariantCulture, $"PT{minutes}M");
        }

        if (guide.Card.Steps.Count > 0)
        {
            data["step"] = guide.Card.Steps.Select(step => new Dictionary<string, object> { ["@type"] = "HowToStep", ["text"] = step.Text }).ToArray();
            data["supply"] = guide.Card.Material.Select(item => Thing("HowToSupply", item)).ToArray();
        }

        return data;
    }

    private static Dictionary<string, object> Thing(string type, string name) => new() { ["@type"] = type, ["name"] = name };
}
