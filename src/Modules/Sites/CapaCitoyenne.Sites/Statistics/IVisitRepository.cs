namespace CapaCitoyenne.Sites.Statistics;

internal interface IVisitRepository : IRepository<VisitCount, Guid>
{
    /// <summary>Adds counts of any spaces to what is there, a few hundred rows a statement.</summary>
    Task AddAsync(IReadOnlyList<VisitCount> counts);

    /// <summary>Pages shown in the current space, by day, from a day on.</summary>
    Task<Dictionary<DateOnly, int>> GetDaysAsync(DateOnly from);

    /// <summary>The most frequent keys of a kind from a day on that occur at least so often.</summary>
    Task<List<(string Key, int Count)>> GetTopAsync(VisitKind kind, DateOnly from, int atLeast, int max);

    /// <summary>Drops the counts of every space before a day.</summary>
    Task<int> ForgetAsync(DateOnly before);
}
