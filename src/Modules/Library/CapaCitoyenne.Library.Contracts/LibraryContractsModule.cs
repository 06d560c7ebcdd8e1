using CapaCitoyenne.Library.Localization;

namespace CapaCitoyenne.Library;

/// <summary>Texts, permissions and interfaces of the library: what other modules and clients may know of it.</summary>
public sealed class LibraryContractsModule : AbpModule
{
    /// <inheritdoc />
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpLocalizationOptions>(options => options.Resources
            .Add<LibraryResource>("fr")
            .AddVirtualJson("/Localization/Library"));
        Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Library", typeof(LibraryResource)));
    }
}
