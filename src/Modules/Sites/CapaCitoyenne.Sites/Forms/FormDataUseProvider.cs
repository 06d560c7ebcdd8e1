using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Privacy;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Forms;

/// <summary>Each form says itself what its answers are for. Closed ones too: their answers are still there.</summary>
internal sealed class FormDataUseProvider(IFormRepository forms, FormHtml html, IStringLocalizer<SitesResource> localizer) : IDataUseProvider
{
    public async Task<IReadOnlyList<DataUse>> FindAsync()
        => [.. (await forms.GetListAsync()).OrderBy(form => form.Name, StringComparer.CurrentCultureIgnoreCase).Select(form => new DataUse(
            form.Name, localizer["Privacy:FormPurpose", form.Purpose], localizer["Privacy:FormBasis"], localizer["Privacy:FormRetention", html.Months(form.RetentionMonths)]))];
}
