using System.Globalization;
using System.Text;
using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Documents.Validation;

/// <summary>
/// Checks a document against the closed schema of its blocks and the limits of the format. Blocks of unknown type or version are
/// only warned about: they are kept, and their module may come back.
/// </summary>
public sealed class DocumentValidator(BlockCatalog catalog)
{
    /// <summary>All findings, in the order of the document. No finding of <see cref="IssueSeverity.Error"/> means that it can be stored.</summary>
    public IReadOnlyList<DocumentIssue> Validate(PageDocument document)
    {
        var issues = new List<DocumentIssue>();
        if (document.Verbatim is not null) return [new("", document.VerbatimReason!, IssueSeverity.Error)];

        var bytes = Encoding.UTF8.GetByteCount(document.ToJson());
        if (bytes > DocumentLimits.DocumentBytes) issues.Add(Error("", DocumentIssueCodes.DocumentTooLarge, ("Max", DocumentLimits.DocumentBytes / 1024), ("Actual", bytes / 1024)));
        if (!IsLanguage(document.Lang)) issues.Add(Error("/lang", DocumentIssueCodes.DocumentLanguageInvalid));
        foreach (var name in document.Extra.Select(p => p.Key)) issues.Add(Error("/" + Escape(name), DocumentIssueCodes.DocumentPropertyUnknown, ("Name", name)));

        var count = document.AllBlocks().Count();
        if (count > DocumentLimits.Blocks) issues.Add(Error("/blocks", DocumentIssueCodes.DocumentTooManyBlocks, ("Max", DocumentLimits.Blocks), ("Actual", count)));
        // An oversized document is not walked: checking it would cost what the limits are there to save.
        if (issues.Any(i => i.Code is DocumentIssueCodes.DocumentTooLarge or DocumentIssueCodes.DocumentTooManyBlocks)) return issues;

        CheckList(document.Blocks, "/blocks", 1, [], issues);
        return issues;
    }

    private void CheckList(IReadOnlyList<Block> blocks, string path, int depth, HashSet<string> ids, List<DocumentIssue> issues)
    {
        for (var i = 0; i < blocks.Count; i++)
            CheckBlock(blocks[i], path + "/" + i.ToString(CultureInfo.InvariantCulture), depth, ids, issues);
    }

    private void CheckBlock(Block block, string path, int depth, HashSet<string> ids, List<DocumentIssue> issues)
    {
        if (block.Reason is { } reason) issues.Add(Kept(block, path, reason));
        if (block.Reason == KeptReason.Malformed) return;
        if (!IsId(block.Id)) issues.Add(Error(path + "/id", DocumentIssueCodes.BlockIdInvalid));
        if (!ids.Add(block.Id)) issues.Add(Error(path + "/id", DocumentIssueCodes.BlockIdRepeated, ("Id", block.Id)));
        if (block.IsKept || catalog.Find(block.Type) is not { } definition) return;

        issues.AddRange(FieldRules.CheckObject(block.Fields, [.. definition.Fields.Where(f => f.Kind != FieldKind.Columns), .. BlockCatalog.Common], path));
        if (block.Columns is not null) CheckColumns(block, path, depth, ids, issues);
    }

    private void CheckColumns(Block block, string path, int depth, HashSet<string> ids, List<DocumentIssue> issues)
    {
        if (depth >= DocumentLimits.Depth)
        {
            issues.Add(Error(path, DocumentIssueCodes.BlockTooDeep));
            return;
        }
        if (block.Columns!.Count is < 2 or > 3) issues.Add(Error(path + "/columns", DocumentIssueCodes.ColumnCountInvalid));
        for (var c = 0; c < block.Columns.Count; c++)
            CheckList(block.Columns[c], path + "/columns/" + c.ToString(CultureInfo.InvariantCulture), depth + 1, ids, issues);
    }

    private static DocumentIssue Kept(Block block, string path, KeptReason reason) => reason switch
    {
        KeptReason.Malformed => Error(path, DocumentIssueCodes.BlockMalformed),
        KeptReason.UnknownType => Warning(path, DocumentIssueCodes.BlockTypeUnknown, ("Type", block.Type)),
        KeptReason.NewerVersion => Warning(path, DocumentIssueCodes.BlockVersionUnknown, ("Type", block.Type), ("Version", block.Version)),
        _ => Warning(path, DocumentIssueCodes.BlockUpgradeFailed, ("Type", block.Type), ("Version", block.Version)),
    };

    internal static DocumentIssue Error(string path, string code, params (string Name, object Value)[] data)
        => new(path, code, IssueSeverity.Error, Data(data));

    internal static DocumentIssue Warning(string path, string code, params (string Name, object Value)[] data)
        => new(path, code, IssueSeverity.Warning, Data(data));

    internal static DocumentIssue Unpublishable(string path, string code, params (string Name, object Value)[] data)
        => new(path, code, IssueSeverity.BlocksPublishing, Data(data));

    private static Dictionary<string, object>? Data((string Name, object Value)[] data)
        => data.Length == 0 ? null : data.ToDictionary(d => d.Name, d => d.Value);

    /// <summary>RFC 6901.</summary>
    internal static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    internal static bool IsId(string id) => id.Length is > 0 and <= DocumentLimits.BlockIdLength && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static bool IsLanguage(string lang) => lang.Length is >= 2 and <= 20 && lang.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && char.IsAsciiLetter(lang[0]);
}
