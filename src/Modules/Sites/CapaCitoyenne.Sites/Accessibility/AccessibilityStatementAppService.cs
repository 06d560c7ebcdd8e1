using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Permissions;
using CapaCitoyenne.Sites.Sites;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Accessibility;

[Authorize(SitesPermissions.Site.Default)]
internal sealed class AccessibilityStatementAppService(SiteManager siteManager) : SitesAppService, IAccessibilityStatementAppService
{
    public async Task<AccessibilityStatementDto> GetAsync() => ToDto((await siteManager.GetAsync()).Accessibility);

    [Authorize(SitesPermissions.Site.Update)]
    public async Task<AccessibilityStatementDto> UpdateAsync(AccessibilityStatementDto input)
    {
        var site = await siteManager.GetAsync();
        site.StateAccessibility(AccessibilityStatement.Of(input.State, input.AuditDay, input.Auditor, input.Rate, input.IsPublicService, SiteDay.Of(Clock.Now)));
        await CurrentUnitOfWork!.SaveChangesAsync();
        await siteManager.ContentChangedAsync();
        return ToDto(site.Accessibility);
    }

    private static AccessibilityStatementDto ToDto(AccessibilityStatement statement) => new()
    {
        State = statement.State, AuditDay = statement.AuditDay, Auditor = statement.Auditor, Rate = statement.Rate, IsPublicService = statement.IsPublicService,
    };
}
