namespace CapaCitoyenne.Sites.Documents.Merging;

/// <summary>Three-way merge of lists whose entries are known by an id: the blocks of a document, the items of a block.</summary>
internal static class ListMerge
{
    /// <param name="resolve">Asked for an entry that both sides changed, or one changed and the other removed: id, before, mine, theirs.</param>
    public static List<T> Merge<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> mine, IReadOnlyList<T> theirs, Func<T, string> id, Func<T, T, bool> equal, Func<string, T?, T?, T?, T?> resolve)
        where T : class
    {
        var (old, left, right) = (before.ToDictionary(id), mine.ToDictionary(id), theirs.ToDictionary(id));
        var kept = new Dictionary<string, T>();
        bool Same(T? a, T? b) => a is null ? b is null : b is not null && equal(a, b);
        foreach (var key in left.Keys.Union(right.Keys))
        {
            var (was, my, their) = (old.GetValueOrDefault(key), left.GetValueOrDefault(key), right.GetValueOrDefault(key));
            var entry = Same(my, their) || Same(was, their) ? my : Same(was, my) ? their : resolve(key, was, my, their);
            if (entry is not null) kept[key] = entry;
        }
        return [.. MergeOrder([.. before.Select(id)], [.. mine.Select(id)], [.. theirs.Select(id)]).Where(kept.ContainsKey).Select(key => kept[key])];
    }

    /// <summary>Entries can only be followed when each has an id of its own.</summary>
    public static bool HasIds<T>(IReadOnlyList<T> list, Func<T, string> id) => list.All(entry => id(entry).Length > 0) && list.Select(id).Distinct().Count() == list.Count;

    /// <summary>The order of the side that moved entries, mine when both did; new entries of the other side follow the neighbour they were put after.</summary>
    private static List<string> MergeOrder(List<string> before, List<string> mine, List<string> theirs)
    {
        var common = before.Intersect(mine).Intersect(theirs).ToHashSet();
        var iMoved = !before.Where(common.Contains).SequenceEqual(mine.Where(common.Contains));
        var (order, other) = iMoved ? (new List<string>(mine), theirs) : (new List<string>(theirs), mine);
        for (var i = 0; i < other.Count; i++)
        {
            if (order.Contains(other[i])) continue;
            var neighbour = i == 0 ? -1 : order.IndexOf(other[i - 1]);
            order.Insert(neighbour + 1, other[i]);
        }
        return order;
    }
}
