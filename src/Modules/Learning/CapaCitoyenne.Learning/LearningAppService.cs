using CapaCitoyenne.Learning.Localization;

namespace CapaCitoyenne.Learning;

/// <summary>Base of the module's services: its texts.</summary>
internal abstract class LearningAppService : ApplicationService
{
    protected LearningAppService() => LocalizationResource = typeof(LearningResource);
}
