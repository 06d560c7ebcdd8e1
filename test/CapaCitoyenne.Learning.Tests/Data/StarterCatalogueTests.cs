using CapaCitoyenne.Learning.Catalogue;
using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Questions.Gift;
using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Learning.Data;

public class StarterCatalogueTests(LearningHub hub)
{
    public static TheoryData<string> Slugs() => [.. StarterCatalogue.All];

    private static IEnumerable<string> Files(string slug, string extension) =>
        StarterLesson.ReadCourse(slug).Lessons.Select((lesson, i) => StarterLesson.ReadFile($"{slug}/{i + 1}-{lesson.Slug}.{extension}"));

    [Theory, MemberData(nameof(Slugs))]
    public void Every_question_is_good_and_says_why(string slug) =>
        Files(slug, "gift").Select(GiftReader.Read).ShouldAllBe(file => file.Issues.Count == 0 && file.Questions.Count >= 3 && file.Questions.All(q => q.Advice.Count == 0));

    [Theory, MemberData(nameof(Slugs))]
    public async Task Every_lesson_is_a_valid_document(string slug)
    {
        foreach (var markdown in Files(slug, "md"))
        {
            var issues = await hub.InAsync(null, null, services => services.GetRequiredService<IPageDocumentIntegrationService>().ValidateAsync(StarterLesson.ToDocument(markdown, "fr")));
            issues.ShouldBeEmpty();
        }
    }

    [Theory, MemberData(nameof(Slugs))]
    public void Every_lesson_takes_five_to_ten_minutes(string slug) => StarterLesson.ReadCourse(slug).Lessons.ShouldAllBe(lesson => lesson.Minutes >= 5 && lesson.Minutes <= 10);

    [Theory, MemberData(nameof(Slugs))]
    public async Task Every_exercise_is_checked_by_a_module(string slug)
    {
        var known = await hub.InAsync(null, null, services => Task.FromResult(services.GetServices<ITaskCheck>().Select(check => check.Name).ToList()));
        StarterLesson.ReadCourse(slug).Lessons.Where(lesson => lesson.TaskName is not null).ShouldAllBe(lesson => known.Contains(lesson.TaskName!));
    }

    [Theory]
    [InlineData(StarterCatalogue.PublishHomePageExercise), InlineData(StarterCatalogue.WritePost), InlineData(StarterCatalogue.DescribePictures), InlineData(StarterCatalogue.KeepAgenda)]
    [InlineData(StarterCatalogue.ImportContacts), InlineData(StarterCatalogue.WriteLetter), InlineData(StarterCatalogue.ReadResults)]
    public async Task The_addresses_that_other_modules_link_to_exist(string path) => (await hub.NewBrowser().Http.GetAsync(path)).EnsureSuccess();

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

    internal static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "common.props"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
