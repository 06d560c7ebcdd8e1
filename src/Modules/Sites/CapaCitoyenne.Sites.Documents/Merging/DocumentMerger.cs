using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Documents.Merging;

/// <summary>One block that both sides changed. Null means that this side removed it.</summary>
public sealed record BlockConflict(string BlockId, Block? Mine, Block? Theirs);

/// <summary>Result of a merge. With conflicts, <see cref="Document"/> holds my version of the blocks in conflict and is not to be stored.</summary>
public sealed record MergeResult(PageDocument Document, IReadOnlyList<BlockConflict> Conflicts);

/// <summary>
/// Three-way merge, block by block: what one side changed wins over what the other left alone, wherever the blocks stand. Blocks
/// are known by their id. Nothing that either side wrote is lost without a conflict.
/// </summary>
public static class DocumentMerger
{
    /// <param name="ancestor">What both sides started from.</param>
    /// <param name="mine">What is being saved.</param>
    /// <param name="theirs">What was stored in the meantime.</param>
    public static MergeResult Merge(PageDocument ancestor, PageDocument mine, PageDocument theirs)
    {
        if (mine.ContentEquals(theirs) || theirs.ContentEquals(ancestor)) return new(mine, []);
        if (mine.ContentEquals(ancestor)) return new(theirs, []);
        if (!HasIds(ancestor) || !HasIds(mine) || !HasIds(theirs)) return new(mine, [new("", null, null)]);

        var before = ancestor.Blocks.ToDictionary(b => b.Id);
        var left = mine.Blocks.ToDictionary(b => b.Id);
        var right = theirs.Blocks.ToDictionary(b => b.Id);
        var conflicts = new List<BlockConflict>();
        var kept = new Dictionary<string, Block>();
        foreach (var id in left.Keys.Union(right.Keys))
        {
            if (MergeBlock(before.GetValueOrDefault(id), left.GetValueOrDefault(id), right.GetValueOrDefault(id), conflicts, id) is { } block)
                kept[id] = block;
        }
        var order = MergeOrder([.. before.Keys], [.. left.Keys], [.. right.Keys]);
        var lang = mine.Lang == ancestor.Lang ? theirs.Lang : mine.Lang;
        return new(new PageDocument(lang, [.. order.Where(kept.ContainsKey).Select(id => kept[id])], mine.Extra), conflicts);
    }

    private static Block? MergeBlock(Block? before, Block? mine, Block? theirs, List<BlockConflict> conflicts, string id)
    {
        if (Same(mine, theirs) || Same(before, theirs)) return mine;
        if (Same(before, mine)) return theirs;
        conflicts.Add(new(id, mine, theirs));
        return mine ?? theirs;
    }

    /// <summary>The order of the side that moved blocks, mine when both did; new blocks of the other side follow the neighbour they were put after.</summary>
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

    private static bool Same(Block? a, Block? b) => a is null ? b is null : b is not null && a.ContentEquals(b);

    /// <summary>Blocks can only be followed when each has an id of its own.</summary>
    private static bool HasIds(PageDocument document)
        => document.Verbatim is null && document.Blocks.All(b => b.Id.Length > 0) && document.Blocks.Select(b => b.Id).Distinct().Count() == document.Blocks.Count;
}
