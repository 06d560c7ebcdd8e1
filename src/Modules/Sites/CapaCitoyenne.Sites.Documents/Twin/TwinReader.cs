using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Validation;

namespace CapaCitoyenne.Sites.Documents.Twin;

/// <summary>
/// Reads the plain text twin, and any Markdown file: text outside of directives becomes text blocks. Never throws and never drops:
/// a directive that cannot be understood is kept as text.
/// </summary>
public sealed partial class TwinReader(BlockCatalog catalog)
{
    private readonly DocumentReader _reader = new(catalog);

    public PageDocument Read(string text) => ReadSource(text).Document;

    /// <summary>The same for a text that somebody has typed, who wants to be told where it says something else than was meant.</summary>
    public TwinSource ReadSource(string text)
    {
        var source = new TwinSource();
        text = text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text;
        // Some tool turned the line ends around; the writer itself never writes this.
        if (text.StartsWith("---\r\n", StringComparison.Ordinal)) text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var matter = FrontMatter.Read(text, out var start);
        if (matter is null && text.StartsWith("---\n", StringComparison.Ordinal)) source.Refuse(DocumentIssueCodes.SourceHeadUnreadable, 1);
        var lang = matter?["lang"].AsText() ?? "fr";
        var hasSchema = matter?["schema"].AsText() == PageDocument.Schema;
        matter?.Remove("lang");
        if (hasSchema) matter!.Remove("schema");
        var place = new Place(source, "/blocks", text.AsSpan(0, start).Count('\n') + 1);
        source.Document = new PageDocument(lang, Named(ReadBlocks(text[start..], place)), matter);
        return source;
    }

    private List<Block> ReadBlocks(string text, Place place)
    {
        var blocks = new List<Block>();
        var loose = new List<string>();
        var isRefused = false;
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Directive.TryOpen(lines[i]) is { } head && Array.IndexOf(lines, head.Fence, i + 1) is > 0 and var end
                && ReadDirective(head, end == i + 1 ? null : string.Join('\n', lines[(i + 1)..end]), place.Inside(blocks.Count + (HasText(loose) ? 1 : 0), i)) is { } block)
            {
                AddLoose(loose, blocks, place, i);
                place.Begin(blocks.Count, i);
                blocks.Add(block);
                i = end;
            }
            else
            {
                if (lines[i].StartsWith(":::", StringComparison.Ordinal))
                {
                    var isEnd = lines[i].AsSpan().TrimEnd().Trim(':').IsEmpty;
                    // The end of a directive that was refused is no second mistake.
                    if (!isEnd || !isRefused) place.Refuse(lines, i);
                    isRefused = !isEnd;
                }
                loose.Add(lines[i]);
            }
        }
        AddLoose(loose, blocks, place, lines.Length);
        return blocks;
    }

    private Block? ReadDirective(Directive head, string? body, Place place)
    {
        if (head.Name == TwinWriter.KeptDirective) return body is null ? null : ReadKept(body);
        if (catalog.Find(head.Name) is null) return Unknown(head, body);
        var json = new JsonObject { ["id"] = head.Attributes["id"]?.DeepClone() ?? "", ["type"] = head.Name, ["v"] = 1 };
        foreach (var (name, value) in head.Attributes) json[name] = value?.DeepClone();
        if (json["id"].AsText() is { Length: 0 }) json["id"] = Unnamed;
        IReadOnlyList<IReadOnlyList<Block>>? columns = null;
        if (catalog.Find(head.Name)!.Fields.Any(f => f.Kind == FieldKind.Columns))
        {
            columns = ReadColumns(body, place);
            if (columns is null) return null;
            json["columns"] = new JsonArray();
        }
        else if (body is not null)
        {
            if (TwinBody.Read(head.Name, body) is not { } fields) return null;
            foreach (var (name, value) in fields) json.TryAdd(name, value?.DeepClone());
        }
        var block = _reader.ReadBlock(TwinWriter.Json(json));
        return block.IsKept ? null : columns is null ? block : block.WithColumns(columns);
    }

    private const string Unnamed = "\0";

    /// <summary>A hand-written directive of an unknown type becomes a kept block of that type, so that its module finds it one day.</summary>
    private Block Unknown(Directive head, string? body)
    {
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(head.Name + "\n" + body)))[..8];
        var json = new JsonObject { ["id"] = "u" + mark, ["type"] = head.Name, ["v"] = 1 };
        foreach (var (name, value) in head.Attributes) json[name] = value?.DeepClone();
        if (body is not null) json.TryAdd("markdown", body);
        return _reader.ReadBlock(TwinWriter.Json(json));
    }

    private Block? ReadKept(string body)
    {
        var match = KeptBody().Match(body);
        return match.Success ? _reader.ReadBlock(match.Groups["json"].Value) : null;
    }

    private List<IReadOnlyList<Block>>? ReadColumns(string? body, Place place)
    {
        var columns = new List<IReadOnlyList<Block>>();
        var lines = (body ?? "").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0) continue;
            if (Directive.TryOpen(lines[i]) is not { Name: TwinWriter.ColumnDirective } head) return null;
            var end = Array.IndexOf(lines, head.Fence, i + 1);
            if (end < 0) return null;
            columns.Add(ReadBlocks(string.Join('\n', lines[(i + 1)..end]), place.Column(columns.Count, i)));
            i = end;
        }
        return columns;
    }

    private static bool HasText(List<string> lines) => lines.Exists(line => !string.IsNullOrWhiteSpace(line));

    /// <param name="next">Number of the line after them, from 0.</param>
    private void AddLoose(List<string> lines, List<Block> blocks, Place place, int next)
    {
        var first = next - lines.Count + Math.Max(0, lines.FindIndex(line => !string.IsNullOrWhiteSpace(line)));
        var text = string.Join('\n', lines).Trim('\n', '\r');
        lines.Clear();
        if (string.IsNullOrWhiteSpace(text)) return;
        place.Begin(blocks.Count, first);
        blocks.Add(Block.Create(Unnamed, catalog.Find(BlockTypes.Text)!, new JsonObject { ["markdown"] = text }));
    }

    private static List<Block> Named(List<Block> blocks)
    {
        var taken = new PageDocument("fr", blocks).AllBlocks().Select(b => b.Id).ToHashSet();
        return Name(blocks, taken);
    }

    private static List<Block> Name(IEnumerable<Block> blocks, HashSet<string> taken)
        => [.. blocks.Select(block =>
        {
            var named = block.Id == Unnamed ? block.WithId(NextId(taken)) : block;
            return named.Columns is { } columns ? named.WithColumns([.. columns.Select(c => Name(c, taken))]) : named;
        })];

    internal static string NextId(HashSet<string> taken, string prefix = "b")
    {
        for (var next = 1; ; next++)
        {
            var id = prefix + next.ToString(CultureInfo.InvariantCulture);
            if (taken.Add(id)) return id;
        }
    }

    /// <summary>Where in the typed text a list of blocks stands.</summary>
    /// <param name="Line">Of its first line, from 1.</param>
    private sealed record Place(TwinSource Source, string Path, int Line)
    {
        /// <summary>The body of the directive that opens on a line of this list, numbered from 0.</summary>
        public Place Inside(int block, int line) => new(Source, PathOf(block), Line + line + 1);

        public Place Column(int column, int line) => new(Source, Path + "/columns/" + column.ToString(CultureInfo.InvariantCulture), Line + line + 1);

        public void Begin(int block, int line) => Source.Begin(PathOf(block), Line + line);

        public void Refuse(string[] lines, int line)
        {
            if (Directive.TryOpen(lines[line]) is not { } head) Source.Refuse(DocumentIssueCodes.SourceDirectiveUnreadable, Line + line);
            else if (Array.IndexOf(lines, head.Fence, line + 1) < 0) Source.Refuse(DocumentIssueCodes.SourceDirectiveOpen, Line + line, head.Fence);
            else Source.Refuse(DocumentIssueCodes.SourceDirectiveUnreadable, Line + line);
        }

        private string PathOf(int block) => Path + "/" + block.ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\A(?<ticks>`{3,})json\n(?<json>.*)\n\k<ticks>\z", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeptBody();
}
