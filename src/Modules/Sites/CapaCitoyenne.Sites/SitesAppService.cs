using CapaCitoyenne.Sites.Localization;

namespace CapaCitoyenne.Sites;

/// <summary>Base of the module's use cases.</summary>
internal abstract class SitesAppService : ApplicationService
{
    protected SitesAppService() => LocalizationResource = typeof(SitesResource);
}
