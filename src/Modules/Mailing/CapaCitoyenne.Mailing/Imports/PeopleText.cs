using System.Globalization;
using System.Text;

namespace CapaCitoyenne.Mailing.Imports;

/// <summary>
/// Address books that are no tables, turned into one: vCards (RFC 2426 and 6350) and addresses pasted from a message's header. Everything after
/// that reads CSV.
/// </summary>
internal static class PeopleText
{
    private const string Header = "E-mail;Prénom;Nom;Notes;Étiquettes";

    public static bool IsVCard(string text) => text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase);

    /// <summary>One line a card: the preferred address, or the first. Cards without an address are lines without one: the report names them.</summary>
    public static string FromVCards(string text)
    {
        var csv = new StringBuilder(Header).Append('\n');
        Card? card = null;
        foreach (var line in Unfold(text))
        {
            var colon = ColonOf(line);
            if (colon < 0) continue;
            var parts = line[..colon].Split(';');
            var name = parts[0][(parts[0].LastIndexOf('.') + 1)..].ToUpperInvariant();
            var value = line[(colon + 1)..];
            if (Array.Exists(parts, p => p.Contains("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase))) value = QuotedPrintable(value);
            if (name == "BEGIN") card = new Card();
            else if (name == "END" && card is not null)
            {
                csv.Append(card.ToLine()).Append('\n');
                card = null;
            }
            else card?.Take(name, parts, value);
        }

        return csv.ToString();
    }

    /// <summary>« Jeanne Martin &lt;jeanne@exemple.fr&gt;, paul@exemple.fr »: separated by commas, semicolons, or lines. A table that was pasted stays one.</summary>
    public static string FromPaste(string text)
    {
        if (IsVCard(text)) return FromVCards(text);
        if (IsTable(text)) return text;
        var csv = new StringBuilder(Header).Append('\n');
        foreach (var item in Split(text))
        {
            var open = item.LastIndexOf('<');
            var name = open > 0 ? item[..open].Trim().Trim('"', '\'').Trim() : "";
            var address = open >= 0 ? item[open..].Trim() : item;
            var space = name.IndexOf(' ', StringComparison.Ordinal);
            csv.AppendLine(CultureInfo.InvariantCulture, $"{Cell(address)};{Cell(space < 0 ? name : name[..space])};{Cell(space < 0 ? "" : name[(space + 1)..].Trim())};;");
        }

        return csv.ToString();
    }

    private static bool IsTable(string text)
    {
        var lines = text.Split('\n', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return text.Contains('\t', StringComparison.Ordinal) || (lines.Length > 1 && !lines[0].Contains('@', StringComparison.Ordinal) && lines[0].AsSpan().IndexOfAny(";,") >= 0);
    }

    private static IEnumerable<string> Split(string text)
    {
        var item = new StringBuilder();
        var quoted = false;
        var angled = false;
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            else if (c == '<') angled = true;
            else if (c == '>') angled = false;
            if ((c is ',' or ';' && !quoted && !angled) || c is '\n' or '\r')
            {
                // A quote that was never closed ends with its line.
                if (c is '\n' or '\r') quoted = angled = false;
                if (!string.IsNullOrWhiteSpace(item.ToString())) yield return item.ToString().Trim();
                item.Clear();
            }
            else item.Append(c);
        }

        if (!string.IsNullOrWhiteSpace(item.ToString())) yield return item.ToString().Trim();
    }

    /// <summary>Lines that begin with a space go on where the line before ended; a soft break of quoted-printable does too.</summary>
    private static IEnumerable<string> Unfold(string text)
    {
        StringBuilder? whole = null;
        foreach (var line in text.Split('\n').Select(l => l.TrimEnd('\r')))
        {
            if (whole is not null && line.Length > 0 && line[0] is ' ' or '\t') whole!.Append(line.AsSpan(1));
            else if (whole is { Length: > 0 } && whole[^1] == '=' && whole.ToString().Contains("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase))
            {
                whole.Length--;
                whole.Append(line);
            }
            else
            {
                if (whole is not null) yield return whole.ToString();
                whole = new StringBuilder(line.TrimStart('\uFEFF'));
            }
        }

        if (whole is not null) yield return whole.ToString();
    }

    /// <summary>The colon that ends the name: those in quoted parameters do not.</summary>
    private static int ColonOf(string line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ':' && !quoted) return i;
        }

        return -1;
    }

    private static string QuotedPrintable(string value)
    {
        var bytes = new List<byte>(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '=' && i + 2 < value.Length && byte.TryParse(value.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var b))
            {
                bytes.Add(b);
                i += 2;
            }
            else bytes.AddRange(Encoding.UTF8.GetBytes(value[i].ToString()));
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string Cell(string text) => text.AsSpan().IndexOfAny(";\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private sealed class Card
    {
        private string _email = "";
        private bool _isPreferred;
        private string _first = "";
        private string _last = "";
        private string _full = "";
        private string _note = "";
        private string _tags = "";

        public void Take(string name, string[] parts, string value)
        {
            switch (name)
            {
                case "EMAIL":
                    var preferred = Array.Exists(parts, p => p.Contains("PREF", StringComparison.OrdinalIgnoreCase));
                    if (_email.Length == 0 || (preferred && !_isPreferred)) (_email, _isPreferred) = (Plain(value), preferred);
                    break;
                case "N":
                    var names = Parts(value, ';');
                    (_last, _first) = (names.ElementAtOrDefault(0) ?? "", names.ElementAtOrDefault(1) ?? "");
                    break;
                case "FN": _full = Plain(value); break;
                case "NOTE": _note = Plain(value); break;
                case "CATEGORIES": _tags = string.Join(", ", Parts(value, ',')); break;
            }
        }

        public string ToLine()
        {
            if (_first.Length + _last.Length == 0 && _full.Length > 0)
            {
                var space = _full.IndexOf(' ', StringComparison.Ordinal);
                (_first, _last) = space < 0 ? (_full, "") : (_full[..space], _full[(space + 1)..]);
            }

            return string.Join(';', new[] { _email, _first, _last, _note, _tags }.Select(t => Cell(t.ReplaceLineEndings(" ").Trim())));
        }

        private static string Plain(string value) => Parts(value, '\0')[0];

        private static List<string> Parts(string value, char separator)
        {
            var parts = new List<string>();
            var part = new StringBuilder();
            for (var i = 0; i < value.Length; i++)
            {
                if (value[i] == '\\' && i + 1 < value.Length) part.Append(value[++i] is 'n' or 'N' ? '\n' : value[i]);
                else if (value[i] == separator)
                {
                    parts.Add(part.ToString().Trim());
                    part.Clear();
                }
                else part.Append(value[i]);
            }

            parts.Add(part.ToString().Trim());
            return parts;
        }
    }
}
