using CapaCitoyenne.Associations.Associations;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Associations.Localization;
using CapaCitoyenne.Associations.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Associations.FirstSteps;

[Authorize(AssociationsPermissions.Space.Default)]
internal sealed class FirstStepAppService(IEnumerable<IFirstStepProvider> providers) : AssociationsAppService, IFirstStepAppService
{
    public async Task<ListResultDto<FirstStep>> GetListAsync()
    {
        var steps = new List<FirstStep>();
        foreach (var provider in providers)
            steps.AddRange(await provider.GetAsync(CurrentTenant.Id!.Value));
        return new ListResultDto<FirstStep>([.. steps.OrderBy(step => step.Order).ThenBy(step => step.Name, StringComparer.Ordinal)]);
    }
}

/// <summary>The module's own steps.</summary>
internal sealed class AssociationsFirstStepProvider(IRepository<Association, Guid> associations, IStringLocalizer<AssociationsResource> localizer)
    : IFirstStepProvider, ITransientDependency
{
    public async Task<IReadOnlyList<FirstStep>> GetAsync(Guid tenantId)
    {
        var association = await associations.GetAsync(tenantId);
        return
        [
            Step("confirm-email", "ConfirmEmail", association.IsConfirmed, "reglages", 5),
            Step("legal-notice", "LegalNotice", association.IsLegalNoticeComplete, "reglages", 30),
            Step("second-admin", "SecondAdmin", association.AdminCount > 1, "reglages/membres", 90),
        ];
    }

    private FirstStep Step(string name, string key, bool done, string link, int order) =>
        new("associations." + name, localizer["FirstStep:" + key].Value, done, link, LessonLink: null, order);
}
