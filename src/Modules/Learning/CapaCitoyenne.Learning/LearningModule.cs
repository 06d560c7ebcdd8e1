using CapaCitoyenne.Abp.AspNetCore.ExceptionHandling;
using CapaCitoyenne.Abp.AspNetCore.Mvc.Conventions;
using CapaCitoyenne.Associations;
using CapaCitoyenne.Sites;

namespace CapaCitoyenne.Learning;

[DependsOn(typeof(AbpFoundationModule), typeof(LearningContractsModule), typeof(AssociationsContractsModule), typeof(SitesContractsModule))]
public class LearningModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(LearningModule).Assembly, setting => setting.RootPath = "learning"));
        Configure<AbpExceptionHttpStatusCodeOptions>(options =>
        {
            options.Map(LearningErrorCodes.CourseSlugTaken, System.Net.HttpStatusCode.Conflict);
            options.Map(LearningErrorCodes.LessonSlugTaken, System.Net.HttpStatusCode.Conflict);
            options.Map(LearningErrorCodes.QuestionsChanged, System.Net.HttpStatusCode.Conflict);
            options.Map(LearningErrorCodes.QuestionNotUsable, System.Net.HttpStatusCode.BadRequest);
            options.Map(LearningErrorCodes.DocumentNotValid, System.Net.HttpStatusCode.BadRequest);
        });
    }
}
