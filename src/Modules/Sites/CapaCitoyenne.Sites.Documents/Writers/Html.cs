using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CapaCitoyenne.Sites.Documents.Writers;

/// <summary>Builds HTML text. Every value goes through the encoder; only literals of this library are written raw.</summary>
internal sealed class Html
{
    // Accents stay as they are: French pages would grow by a tenth otherwise.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new();

    public Html Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public Html Text(string? value)
    {
        _text.Append(Encoder.Encode(value ?? ""));
        return this;
    }

    /// <summary>Writes <c> name="value"</c>; nothing when the value is null.</summary>
    public Html Attr(string name, string? value)
    {
        if (value is not null) _text.Append(' ').Append(name).Append("=\"").Append(Encoder.Encode(value)).Append('"');
        return this;
    }

    public override string ToString() => _text.ToString();
}
