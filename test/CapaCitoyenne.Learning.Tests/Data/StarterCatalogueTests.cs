using CapaCitoyenne.Learning.Catalogue;
using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Questions.Gift;
using CapaCitoyenne.Sites.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Learning.Data;

public class StarterCatalogueTests(LearningHub hub)
{
    private static readonly StarterCourse Course = StarterCourse.Read(StarterCatalogue.PublishHomePageSlug);

    private static IEnumerable<string> Files(string extension) =>
        Course.Lessons.Select((lesson, i) => StarterLesson.ReadFile($"{StarterCatalogue.PublishHomePageSlug}/{i + 1}-{lesson.Slug}.{extension}"));

    [Fact]
    public void Every_question_is_good_and_says_why() =>
        Files("gift").Select(GiftReader.Read).ShouldAllBe(file => file.Issues.Count == 0 && file.Questions.Count >= 3 && file.Questions.All(q => q.Advice.Count == 0));

    [Fact]
    public async Task Every_lesson_is_a_valid_document()
    {
        foreach (var markdown in Files("md"))
        {
            var issues = await hub.InAsync(null, null, services => services.GetRequiredService<IPageDocumentIntegrationService>().ValidateAsync(StarterLesson.ToDocument(markdown, "fr")));
            issues.ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_exercise_asks_for_the_home_page() => Course.Lessons[^1].TaskName.ShouldBe(Learning.Tasks.TaskNames.HomePagePublished);

    [Fact]
    public void The_addresses_that_other_modules_link_to_exist() =>
        StarterCatalogue.PublishHomePageExercise.ShouldBe($"{StarterCatalogue.PublishHomePage}/{Course.Lessons[^1].Slug}");

    [Fact]
    public async Task Seeding_twice_makes_one_course()
    {
        await hub.InAsync(null, null, services => services.GetRequiredService<IDataSeeder>().SeedAsync(new DataSeedContext()));
        var count = await hub.InAsync(null, null, services => services.GetRequiredService<IRepository<Course, Guid>>().CountAsync(course => course.Slug == StarterCatalogue.PublishHomePageSlug));
        count.ShouldBe(1);
    }

    [Fact]
    public void The_sample_file_has_twelve_good_questions_and_two_bad_ones()
    {
        var file = GiftReader.Read(File.ReadAllBytes(Path.Combine(RepositoryRoot(), "etc", "samples", "questions.gift")));
        file.Questions.Count.ShouldBe(12);
        file.Questions.ShouldAllBe(question => question.Advice.Count == 0);
        file.Issues.Select(issue => issue.Code).ShouldBe([Learning.Questions.QuestionErrorCodes.RightChoicesMustTotalOne, GiftErrorCodes.NumberWithComma]);
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "common.props"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
