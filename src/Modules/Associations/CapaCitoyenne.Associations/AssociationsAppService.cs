using CapaCitoyenne.Associations.Localization;

namespace CapaCitoyenne.Associations;

/// <summary>Base of the module's use cases.</summary>
internal abstract class AssociationsAppService : ApplicationService
{
    protected AssociationsAppService() => LocalizationResource = typeof(AssociationsResource);
}
