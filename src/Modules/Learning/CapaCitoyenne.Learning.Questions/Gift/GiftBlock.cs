namespace CapaCitoyenne.Learning.Questions.Gift;

/// <summary>Lines of a file between two blank ones.</summary>
/// <param name="Content">The lines that are not comments, with their places.</param>
internal sealed record GiftBlock(GiftSpan Content, string? Id, IReadOnlyList<string> Tags)
{
    /// <summary>Cuts a file into blocks. A line that holds only "0" is no blank line, whatever some readers do.</summary>
    public static IEnumerable<GiftBlock> Split(string text)
    {
        var (chars, tags, id) = (new List<GiftChar>(), new List<string>(), (string?)null);
        var lineStart = 0;
        while (lineStart <= text.Length)
        {
            var lineEnd = text.IndexOf('\n', lineStart);
            if (lineEnd < 0) lineEnd = text.Length;
            var line = text.AsSpan(lineStart, lineEnd - lineStart);
            if (line.IsWhiteSpace())
            {
                if (chars.Count > 0)
                {
                    yield return new(new(chars, 0, chars.Count), id, tags);
                    (chars, tags, id) = ([], [], null);
                }
            }
            else if (line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            {
                id ??= Marks(line, "[id:").FirstOrDefault();
                tags.AddRange(Marks(line, "[tag:"));
            }
            else
            {
                chars.AddRange(GiftChar.Read(text, lineStart, lineEnd - lineStart));
                chars.Add(new('\n', Escaped: false, lineEnd));
            }

            lineStart = lineEnd + 1;
        }

        if (chars.Count > 0) yield return new(new(chars, 0, chars.Count), id, tags);
    }

    // "[id:x]" and "[tag:y]" inside a comment, where "\]" is a bracket of the value.
    private static List<string> Marks(ReadOnlySpan<char> line, string opening)
    {
        var (text, marks) = (line.ToString(), new List<string>());
        for (var at = text.IndexOf(opening, StringComparison.Ordinal); at >= 0; at = text.IndexOf(opening, at, StringComparison.Ordinal))
        {
            at += opening.Length;
            var value = new System.Text.StringBuilder();
            while (at < text.Length && text[at] != ']')
            {
                if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] == ']') at++;
                value.Append(text[at++]);
            }

            if (at < text.Length && value.ToString().Trim() is { Length: > 0 } mark) marks.Add(mark);
        }

        return marks;
    }
}
