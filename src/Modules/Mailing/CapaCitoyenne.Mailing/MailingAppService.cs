using CapaCitoyenne.Mailing.Localization;

namespace CapaCitoyenne.Mailing;

/// <summary>Base of the module's use cases.</summary>
internal abstract class MailingAppService : ApplicationService
{
    protected MailingAppService() => LocalizationResource = typeof(MailingResource);
}
