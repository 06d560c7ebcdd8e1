using System.Net;
using CapaCitoyenne.Abp.AspNetCore.ExceptionHandling;
using CapaCitoyenne.Abp.AspNetCore.Mvc.Conventions;
using CapaCitoyenne.Associations;
using CapaCitoyenne.Learning;
using CapaCitoyenne.Sites.Public;
using CapaCitoyenne.Sites.Statistics;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites;

/// <summary>Sites: pages, news, pictures, and the public sites by host name (<c>UsePublicSites</c>).</summary>
[DependsOn(typeof(AbpFoundationModule), typeof(SitesContractsModule), typeof(AssociationsContractsModule), typeof(LearningContractsModule))]
public class SitesModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(SitesModule).Assembly, setting => setting.RootPath = "sites"));
        Configure<AbpTenantResolveOptions>(options => options.TenantResolvers.Insert(0, new PublicSiteTenantResolveContributor()));
        context.Services.AddHostedService(services => services.GetRequiredService<VisitCounter>());
        Configure<AbpExceptionHttpStatusCodeOptions>(options =>
        {
            foreach (var code in new[]
            {
                SitesErrorCodes.DocumentInvalid, SitesErrorCodes.DocumentNotPublishable, SitesErrorCodes.SlugInvalid, SitesErrorCodes.SlugReserved, SitesErrorCodes.ThemeUnknown, SitesErrorCodes.FontPairUnknown, SitesErrorCodes.LanguageUnknown, SitesErrorCodes.LogoUnknown,
                SitesErrorCodes.ColorInvalid, SitesErrorCodes.ColorContrastTooLow, SitesErrorCodes.MediaMissing, SitesErrorCodes.MediaTypeNotAllowed, SitesErrorCodes.MediaTooLarge,
                SitesErrorCodes.MediaTooManyPixels, SitesErrorCodes.MediaUnreadable, SitesErrorCodes.MediaSvgRefused, SitesErrorCodes.MediaOldOffice, SitesErrorCodes.MediaHasMacros,
                SitesErrorCodes.MediaQuotaExceeded, SitesErrorCodes.HubMediaQuotaExceeded, SitesErrorCodes.MediaKindDiffers, SitesErrorCodes.MediaAltIsFileName,
                SitesErrorCodes.DomainInvalid, SitesErrorCodes.DomainReserved, SitesErrorCodes.AccessibilityAuditMissing, SitesErrorCodes.AccessibilityRateInvalid,
                SitesErrorCodes.CategoryNameInvalid, SitesErrorCodes.MenuTooLong, SitesErrorCodes.MenuTooDeep, SitesErrorCodes.MenuTargetInvalid, SitesErrorCodes.MenuTitleMissing,
                SitesErrorCodes.ScheduleInPast, SitesErrorCodes.ScheduleTooFar, SitesErrorCodes.ScheduleEndsBeforeBeginning,
                SitesErrorCodes.EventTimesInvalid, SitesErrorCodes.EventRecurrenceInvalid, SitesErrorCodes.EventPlaceMissing, SitesErrorCodes.EventImageAltMissing, SitesErrorCodes.EventUrlInvalid,
                SitesErrorCodes.RegistrationTooManyPersons, SitesErrorCodes.RegistrationKnown, SitesErrorCodes.RetentionInvalid, SitesErrorCodes.FormFieldIdInvalid, SitesErrorCodes.FormOptionsInvalid,
                SitesErrorCodes.FormEmpty, SitesErrorCodes.FormRecipientUnknown,
                SitesTransferErrorCodes.ImportFileMissing, SitesTransferErrorCodes.ImportFileTooLarge, SitesTransferErrorCodes.ImportFileUnknown, SitesTransferErrorCodes.ImportFileUnreadable,
                SitesTransferErrorCodes.ImportArchiveUnsafe, SitesTransferErrorCodes.ImportArchiveUnreadable, SitesTransferErrorCodes.ImportTooManyItems, SitesTransferErrorCodes.ImportAddressInvalid,
            }) options.Map(code, HttpStatusCode.BadRequest);
            options.Map(SitesTransferErrorCodes.ImportAlreadyStarted, HttpStatusCode.Conflict);
            options.Map(SitesTransferErrorCodes.ExportNotReady, HttpStatusCode.NotFound);
            options.Map(SitesErrorCodes.SaveConflict, HttpStatusCode.Conflict);
            options.Map(SitesErrorCodes.SlugTaken, HttpStatusCode.Conflict);
            options.Map(SitesErrorCodes.FormerAddressInUse, HttpStatusCode.Conflict);
            options.Map(SitesErrorCodes.DomainTaken, HttpStatusCode.Conflict);
            options.Map(SitesErrorCodes.CategoryExists, HttpStatusCode.Conflict);
            options.Map(SitesErrorCodes.EventDatesTaken, HttpStatusCode.Conflict);
            options.Map(SitesErrorCodes.EventOccurrenceUnknown, HttpStatusCode.NotFound);
            options.Map(SitesErrorCodes.RevisionUnknown, HttpStatusCode.NotFound);
        });
    }
}
