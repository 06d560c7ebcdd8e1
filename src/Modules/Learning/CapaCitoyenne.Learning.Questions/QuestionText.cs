using System.Net;
using System.Text;
using System.Text.Json.Serialization;

namespace CapaCitoyenne.Learning.Questions;

/// <summary>How the characters of a <see cref="QuestionText"/> are meant. The names are GIFT's, in lower case there.</summary>
public enum TextFormat
{
    /// <summary>Moodle's automatic format, GIFT's default: text with line breaks and a few HTML tags.</summary>
    Moodle,
    Html,
    Plain,
    Markdown,
}

/// <summary>A text that an author wrote: a question, an answer, a feedback.</summary>
/// <remarks>Line ends are LF, the ends are trimmed, and control characters are dropped: two texts that read the same are equal.</remarks>
public sealed record QuestionText
{
    [JsonConstructor]
    public QuestionText(string value, TextFormat format = TextFormat.Moodle)
    {
        Value = Clean(value);
        Format = format;
    }

    public string Value { get; }

    public TextFormat Format { get; }

    [JsonIgnore]
    public bool IsEmpty => Value.Length == 0;

    /// <summary>The text without any mark-up. It may hold &lt; or &amp;: whoever writes it into a page encodes it.</summary>
    public string ToPlainText() =>
        Format is TextFormat.Html or TextFormat.Moodle ? Clean(WebUtility.HtmlDecode(WithoutTags(Value))) : Value;

    public override string ToString() => Value;

    internal static string Clean(string value)
    {
        var clean = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == '\r') clean.Append(i + 1 < value.Length && value[i + 1] == '\n' ? "" : "\n");
            else if (!char.IsControl(c) || c is '\n' or '\t') clean.Append(c);
        }

        return clean.ToString().Trim();
    }

    // A "<" opens a tag only before a letter, "/" or "!": "a < b" is text in both formats.
    private static string WithoutTags(string value)
    {
        if (!value.Contains('<', StringComparison.Ordinal)) return value;
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var opens = value[i] == '<' && i + 1 < value.Length && (char.IsAsciiLetter(value[i + 1]) || value[i + 1] is '/' or '!');
            var end = opens ? value.IndexOf('>', i) : -1;
            if (end < 0)
            {
                text.Append(value[i]);
                continue;
            }

            var tag = value[(i + 1)..end].TrimStart('/').ToLowerInvariant();
            if (tag.StartsWith("br", StringComparison.Ordinal) || tag is "p" or "li" or "div") text.Append('\n');
            i = end;
        }

        return text.ToString();
    }
}
