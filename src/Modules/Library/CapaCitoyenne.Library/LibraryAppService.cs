using CapaCitoyenne.Library.Localization;

namespace CapaCitoyenne.Library;

internal abstract class LibraryAppService : ApplicationService
{
    protected LibraryAppService() => LocalizationResource = typeof(LibraryResource);
}
