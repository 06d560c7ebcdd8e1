using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Learning.Lessons;

/// <summary>Lessons that show pictures of the library.</summary>
internal sealed class LessonMediaUsageProvider(ILessonRepository lessons, IAsyncQueryableExecuter executer) : IMediaUsageProvider
{
    public async Task<List<MediaUse>> FindAsync(string text)
    {
        var found = await executer.ToListAsync((await lessons.GetQueryableAsync())
            .Where(lesson => lesson.Document.Contains(text) || (lesson.PublishedDocument != null && lesson.PublishedDocument.Contains(text)))
            .Select(lesson => new { lesson.Id, lesson.Title, Documents = lesson.Document + lesson.PublishedDocument }));
        return found.ConvertAll(lesson => new MediaUse("lesson", lesson.Id, lesson.Title, "formations/lecons/" + lesson.Id, MediaUrns.In(lesson.Documents)));
    }
}
