using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Writers;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace CapaCitoyenne.Sites.Pages;

/// <summary>What changed between two states, block by block and word by word. Blocks are known by their id, those in columns too.</summary>
internal sealed class RevisionComparer(SiteDocuments documents) : ISingletonDependency
{
    private static readonly IChunker Words = new DelimiterChunker([' ', '\n', '\t', '.', ',', ';', ':', '!', '?', '(', ')', '«', '»', '\u00a0', '\u202f']);

    /// <param name="before">Null: everything is new.</param>
    public RevisionDifferenceDto Compare(Revision? before, Revision after)
    {
        var (old, now) = (before is null ? [] : Blocks(before), Blocks(after));
        var (oldById, nowById) = (ById(old), ById(now));
        var moved = FindMoved([.. old.Select(block => block.Id).Where(nowById.ContainsKey)], [.. now.Select(block => block.Id).Where(oldById.ContainsKey)]);
        var differences = new List<BlockDifferenceDto>();
        foreach (var block in now)
        {
            if (!oldById.TryGetValue(block.Id, out var former)) differences.Add(new(block.Id, block.Type, BlockDifferenceKind.Added, Parts("", Text(block))));
            else if (!SameOwnContent(former, block)) differences.Add(new(block.Id, block.Type, BlockDifferenceKind.Changed, Parts(Text(former), Text(block))));
            else if (moved.Contains(block.Id)) differences.Add(new(block.Id, block.Type, BlockDifferenceKind.Moved, []));
        }
        differences.AddRange(old.Where(block => !nowById.ContainsKey(block.Id)).Select(block => new BlockDifferenceDto(block.Id, block.Type, BlockDifferenceKind.Removed, Parts(Text(block), ""))));
        var title = before?.Title == after.Title ? null : Parts(before?.Title ?? "", after.Title);
        return new RevisionDifferenceDto(before?.Number ?? 0, after.Number, title, differences);
    }

    private List<Block> Blocks(Revision revision) => [.. documents.Read(revision.Document).AllBlocks()];

    private static Dictionary<string, Block> ById(List<Block> blocks)
    {
        var byId = new Dictionary<string, Block>();
        foreach (var block in blocks) byId.TryAdd(block.Id, block);
        return byId;
    }

    /// <summary>The block itself, without the blocks in its columns: they are compared on their own.</summary>
    private static bool SameOwnContent(Block a, Block b) => a.WithColumns([]).ContentEquals(b.WithColumns([]));

    private static HashSet<string> FindMoved(string[] before, string[] after)
    {
        if (before.SequenceEqual(after)) return [];
        var lines = InlineDiffBuilder.Diff(string.Join('\n', before), string.Join('\n', after)).Lines;
        return [.. lines.Where(line => line.Type == ChangeType.Inserted).Select(line => line.Text)];
    }

    /// <summary>As readers would see it; what only the writer sees of it (a description, an address) when there is nothing to read.</summary>
    private static string Text(Block block)
    {
        var text = DocumentWriter.Write(new PageDocument("fr", [block.WithColumns([])]), new WriterContext { Target = WriterTarget.Text, ForMembers = true }).Trim();
        return text.Length > 0 || block.IsKept ? text : string.Join('\n', block.Fields.Select(field => field.Value.AsText()).Where(value => value?.Contains(' ', StringComparison.Ordinal) == true));
    }

    private static List<TextPartDto> Parts(string before, string after)
    {
        var parts = new List<TextPartDto>();
        if (before == after) return parts;
        foreach (var piece in InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false, ignoreCase: false, Words).Lines)
        {
            var kind = piece.Type switch { ChangeType.Inserted => TextPartKind.Added, ChangeType.Deleted => TextPartKind.Removed, _ => TextPartKind.Same };
            if (parts.Count > 0 && parts[^1].Kind == kind) parts[^1] = new(parts[^1].Text + piece.Text, kind);
            else if (piece.Text.Length > 0) parts.Add(new(piece.Text, kind));
        }
        return parts;
    }
}
