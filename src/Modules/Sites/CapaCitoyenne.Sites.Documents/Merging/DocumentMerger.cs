using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Documents.Merging;

/// <summary>One block that both sides changed. Null means that this side removed it.</summary>
public sealed record BlockConflict(string BlockId, Block? Mine, Block? Theirs);

/// <summary>Result of a merge. With conflicts, <see cref="Document"/> holds my version of the blocks in conflict and is not to be stored.</summary>
public sealed record MergeResult(PageDocument Document, IReadOnlyList<BlockConflict> Conflicts);

/// <summary>
/// Three-way merge, block by block: what one side changed wins over what the other left alone, wherever the blocks stand. Blocks
/// are known by their id. Inside of a block that both changed, the entries of its list and the blocks of its columns are merged in the
/// same way; its other fields are one thing. Nothing that either side wrote is lost without a conflict.
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
        if (new[] { ancestor, mine, theirs }.Any(document => document.Verbatim is not null || !ListMerge.HasIds(document.Blocks, block => block.Id)))
            return new(mine, [new("", null, null)]);

        var conflicts = new List<BlockConflict>();
        var blocks = MergeBlocks(ancestor.Blocks, mine.Blocks, theirs.Blocks, (id, left, right) => conflicts.Add(new(id, left, right)));
        var lang = mine.Lang == ancestor.Lang ? theirs.Lang : mine.Lang;
        return new(new PageDocument(lang, blocks, mine.Extra), conflicts);
    }

    private static List<Block> MergeBlocks(IReadOnlyList<Block> before, IReadOnlyList<Block> mine, IReadOnlyList<Block> theirs, Action<string, Block?, Block?> conflict)
        => ListMerge.Merge(before, mine, theirs, block => block.Id, (a, b) => a.ContentEquals(b), (id, old, left, right) =>
        {
            if (old is not null && left is not null && right is not null && MergeInside(old, left, right) is { } merged) return merged;
            conflict(id, left, right);
            return left ?? right;
        });

    /// <summary>A block that both changed; null when they changed the same part of it.</summary>
    private static Block? MergeInside(Block before, Block mine, Block theirs)
    {
        if (new[] { before, mine, theirs }.Any(block => block.IsKept || block.Type != before.Type)) return null;
        var lists = BuiltInBlocks.Find(before.Type)?.Definition.Fields.Where(f => f.Kind == FieldKind.Items).Select(f => f.Name).ToArray() ?? [];
        if (lists.Length == 0 && before.Columns is null) return null;
        var (old, left, right) = (Without(before, lists), Without(mine, lists), Without(theirs, lists));
        if (!JsonNode.DeepEquals(left, right) && !JsonNode.DeepEquals(old, right) && !JsonNode.DeepEquals(old, left)) return null;
        var fields = JsonNode.DeepEquals(old, left) ? right : left;
        foreach (var name in lists)
        {
            if (MergeItems(before.Fields[name], mine.Fields[name], theirs.Fields[name]) is not { } items) return null;
            fields[name] = items;
        }
        if (before.Columns is null) return mine.WithFields(fields);
        return MergeColumns(before.Columns, mine.Columns!, theirs.Columns!) is { } columns ? mine.WithFields(fields).WithColumns(columns) : null;
    }

    private static JsonArray? MergeItems(JsonNode? before, JsonNode? mine, JsonNode? theirs)
    {
        if (Objects(before) is not { } old || Objects(mine) is not { } left || Objects(theirs) is not { } right) return null;
        var both = false;
        var items = ListMerge.Merge(old, left, right, item => item.Text("id")!, JsonNode.DeepEquals, (_, _, a, b) =>
        {
            both = true;
            return a ?? b;
        });
        return both ? null : [.. items.Select(item => item.DeepClone())];
    }

    /// <summary>Null when the columns are not the same ones, or a block went from one to another.</summary>
    private static List<IReadOnlyList<Block>>? MergeColumns(
        IReadOnlyList<IReadOnlyList<Block>> before, IReadOnlyList<IReadOnlyList<Block>> mine, IReadOnlyList<IReadOnlyList<Block>> theirs)
    {
        if (before.Count != mine.Count || before.Count != theirs.Count) return null;
        if (new[] { before, mine, theirs }.Any(columns => !ListMerge.HasIds([.. columns.SelectMany(c => c)], block => block.Id))) return null;
        var homes = new[] { before, mine, theirs }.SelectMany(columns => columns.SelectMany((column, at) => column.Select(block => (block.Id, at)))).Distinct().ToList();
        if (homes.Count != homes.DistinctBy(home => home.Id).Count()) return null;
        var both = false;
        List<IReadOnlyList<Block>> merged = [.. before.Select((column, at) => MergeBlocks(column, mine[at], theirs[at], (_, _, _) => both = true))];
        return both ? null : merged;
    }

    private static List<JsonObject>? Objects(JsonNode? node)
        => node is JsonArray array && array.All(item => item is JsonObject) && array.Cast<JsonObject>().ToList() is var items
            && ListMerge.HasIds(items, item => item.Text("id") ?? "") ? items : null;

    private static JsonObject Without(Block block, params string[] names)
    {
        var fields = (JsonObject)block.Fields.DeepClone();
        foreach (var name in names) fields.Remove(name);
        return fields;
    }
}
