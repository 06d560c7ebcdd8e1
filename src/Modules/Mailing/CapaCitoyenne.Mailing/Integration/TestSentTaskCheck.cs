using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Localization;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Integration;

/// <summary>The exercise « send yourself a test of a letter ».</summary>
internal sealed class TestSentTaskCheck(IRepository<Campaign, Guid> campaigns, IStringLocalizer<MailingResource> localizer) : ITaskCheck
{
    public string Name => TaskNames.TestSent;

    public async Task<TaskCheckResult> CheckAsync(Guid tenantId) => await campaigns.AnyAsync(c => c.LastTestTime != null)
        ? new TaskCheckResult(true, [])
        : new TaskCheckResult(false, [new TaskCheckFinding(localizer["Mailing:Check:NoTest"], "lettres")]);
}
