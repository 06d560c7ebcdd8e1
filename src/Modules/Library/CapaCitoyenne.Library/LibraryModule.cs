using System.Net;
using CapaCitoyenne.Abp.AspNetCore.ExceptionHandling;
using CapaCitoyenne.Abp.AspNetCore.Mvc.Conventions;
using CapaCitoyenne.Associations;
using CapaCitoyenne.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Library;

/// <summary>Guides of the spaces, and the commons that they share.</summary>
[DependsOn(typeof(LibraryContractsModule), typeof(AssociationsContractsModule), typeof(SitesContractsModule), typeof(AbpFoundationModule))]
public sealed class LibraryModule : AbpModule
{
    /// <inheritdoc />
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(LibraryModule).Assembly, setting => setting.RootPath = "library"));
        Configure<AbpExceptionHttpStatusCodeOptions>(options =>
        {
            options.Map(LibraryErrorCodes.ArchiveWithoutGuide, HttpStatusCode.BadRequest);
            options.Map(LibraryErrorCodes.CursorInvalid, HttpStatusCode.BadRequest);
            options.Map(LibraryErrorCodes.FrontMatterInvalid, HttpStatusCode.BadRequest);
            options.Map(LibraryErrorCodes.GuideBodyInvalid, HttpStatusCode.BadRequest);
            options.Map(LibraryErrorCodes.GuideBlockForbidden, HttpStatusCode.BadRequest);
            options.Map(LibraryErrorCodes.GuideMediaTooLarge, HttpStatusCode.BadRequest);
            options.Map(LibraryErrorCodes.LicenceUnknown, HttpStatusCode.BadRequest);
            options.Map(LibraryErrorCodes.ThemeUnknown, HttpStatusCode.BadRequest);
            options.Map(LibraryErrorCodes.SubmissionAlreadyAnswered, HttpStatusCode.Conflict);
            options.Map(LibraryErrorCodes.GuideStateForbids, HttpStatusCode.Conflict);
            options.Map(LibraryErrorCodes.GuideAlreadyShared, HttpStatusCode.Conflict);
        });
        context.Services.AddMemoryCache();
    }
}
