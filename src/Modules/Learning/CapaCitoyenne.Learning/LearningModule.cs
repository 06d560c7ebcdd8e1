using CapaCitoyenne.Abp.AspNetCore.ExceptionHandling;
using CapaCitoyenne.Abp.AspNetCore.Mvc.Conventions;
using CapaCitoyenne.Associations;
using CapaCitoyenne.Learning.Catalogue;
using CapaCitoyenne.Sites;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Learning;

[DependsOn(typeof(AbpFoundationModule), typeof(LearningContractsModule), typeof(AssociationsContractsModule), typeof(SitesContractsModule))]
public class LearningModule : AbpModule
{
    private const string SpaceParameter = "{" + AbpTenantResolveOptions.TenantKey + "}";

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(LearningModule).Assembly, setting => setting.RootPath = "learning"));
        // The same pages, with the space as current tenant.
        Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AddPageRoute("/Formations/Index", CourseAddresses.Of(SpaceParameter));
            options.Conventions.AddPageRoute("/Formations/Course", CourseAddresses.Of(SpaceParameter) + "/{slug}");
            options.Conventions.AddPageRoute("/Formations/Lesson", CourseAddresses.Of(SpaceParameter) + "/{slug}/{lesson}");
        });
        Configure<AbpExceptionHttpStatusCodeOptions>(options =>
        {
            options.Map(LearningErrorCodes.CourseSlugTaken, System.Net.HttpStatusCode.Conflict);
            options.Map(LearningErrorCodes.LessonSlugTaken, System.Net.HttpStatusCode.Conflict);
            options.Map(LearningErrorCodes.QuestionsChanged, System.Net.HttpStatusCode.Conflict);
            options.Map(LearningErrorCodes.QuestionNotUsable, System.Net.HttpStatusCode.BadRequest);
            options.Map(LearningErrorCodes.ArchiveWithoutCourse, System.Net.HttpStatusCode.BadRequest);
            options.Map(LearningErrorCodes.ArchiveQuestionsInvalid, System.Net.HttpStatusCode.BadRequest);
            options.Map(LearningErrorCodes.DocumentNotValid, System.Net.HttpStatusCode.BadRequest);
        });
    }
}
