using System.Globalization;
using CapaCitoyenne.Sites.Documents.Validation;

namespace CapaCitoyenne.Sites.Documents.Twin;

/// <summary>A twin that somebody typed: the document, where its blocks begin, and what was meant as a directive but is none.</summary>
public sealed class TwinSource
{
    private readonly Dictionary<string, int> _lines = [];
    private readonly List<DocumentIssue> _issues = [];

    internal TwinSource() { }

    public PageDocument Document { get; internal set; } = null!;

    /// <summary>Errors of the writing itself; the path of each is its line, such as <c>line:12</c>.</summary>
    public IReadOnlyList<DocumentIssue> Issues => _issues;

    /// <summary>The line, from 1, of what an issue's path points at: that of the innermost block around it.</summary>
    public int LineOf(string path)
    {
        if (path.StartsWith(LinePrefix, StringComparison.Ordinal)) return int.Parse(path[LinePrefix.Length..], CultureInfo.InvariantCulture);
        for (; path.Length > 0; path = path[..path.LastIndexOf('/')])
            if (_lines.TryGetValue(path, out var line)) return line;
        return 1;
    }

    private const string LinePrefix = "line:";

    internal void Begin(string path, int line) => _lines[path] = line;

    internal void Refuse(string code, int line, string? name = null)
        => _issues.Add(DocumentValidator.Error(LinePrefix + line.ToString(CultureInfo.InvariantCulture), code, name is null ? [] : [("Name", name)]));
}
