namespace CapaCitoyenne.Learning.Lessons;

internal interface ILessonRepository : IRepository<Lesson, Guid>
{
    /// <summary>Lessons of these courses in order, without their documents.</summary>
    Task<List<LessonOutline>> GetOutlineAsync(IReadOnlyCollection<Guid> courseIds);

    /// <summary>Lesson → number of questions, as their author has them.</summary>
    Task<Dictionary<Guid, int>> CountQuestionsAsync(IReadOnlyCollection<Guid> courseIds);

    /// <summary>Lessons that learners read otherwise than they are written now.</summary>
    Task<HashSet<Guid>> FindChangedAsync(Guid courseId);
}
