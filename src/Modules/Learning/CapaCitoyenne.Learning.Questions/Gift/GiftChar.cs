namespace CapaCitoyenne.Learning.Questions.Gift;

/// <summary>One character of a GIFT text after its escapes were read.</summary>
/// <param name="Escaped">It came after a backslash, so it means nothing but itself.</param>
/// <param name="Offset">Its place in the file, in UTF-16 units.</param>
internal readonly record struct GiftChar(char Value, bool Escaped, int Offset)
{
    private const string Escapable = "~=#{}:\\";

    public bool Is(char control) => !Escaped && Value == control;

    /// <summary>Reads escapes: a backslash before anything else is a backslash, and <c>\n</c> is a line break.</summary>
    public static List<GiftChar> Read(string text, int start, int length)
    {
        var chars = new List<GiftChar>(length);
        for (var i = start; i < start + length; i++)
        {
            var next = i + 1 < start + length ? text[i + 1] : '\0';
            if (text[i] == '\\' && next == 'n') chars.Add(new('\n', Escaped: true, i++));
            else if (text[i] == '\\' && next != '\0' && Escapable.Contains(next, StringComparison.Ordinal)) chars.Add(new(next, Escaped: true, i++));
            else chars.Add(new(text[i], Escaped: false, i));
        }

        return chars;
    }
}

/// <summary>A stretch of characters: what the parser cuts into smaller ones.</summary>
internal readonly record struct GiftSpan(List<GiftChar> Chars, int Start, int End)
{
    public int Length => End - Start;

    public GiftChar this[int index] => Chars[Start + index];

    /// <summary>Where it begins in the file, for messages.</summary>
    public int Offset => Start < Chars.Count ? Chars[Start].Offset : Chars.Count == 0 ? 0 : Chars[^1].Offset + 1;

    public GiftSpan From(int index) => this with { Start = Start + index };

    public GiftSpan To(int index) => this with { End = Start + index };

    public GiftSpan Trim()
    {
        var (start, end) = (Start, End);
        while (start < end && char.IsWhiteSpace(Chars[start].Value)) start++;
        while (end > start && char.IsWhiteSpace(Chars[end - 1].Value)) end--;
        return this with { Start = start, End = end };
    }

    /// <summary>The index of the first unescaped <paramref name="control"/>, or −1.</summary>
    public int IndexOf(char control, int from = 0)
    {
        for (var i = from; i < Length; i++)
        {
            if (this[i].Is(control)) return i;
        }

        return -1;
    }

    /// <summary>The index of the last unescaped run of <paramref name="controls"/>, or −1.</summary>
    public int LastIndexOf(string controls)
    {
        for (var i = Length - controls.Length; i >= 0; i--)
        {
            if (StartsWith(controls, i)) return i;
        }

        return -1;
    }

    /// <summary>Whether these characters stand here, none of them escaped.</summary>
    public bool StartsWith(string controls, int at = 0)
    {
        if (at + controls.Length > Length) return false;
        for (var i = 0; i < controls.Length; i++)
        {
            if (!this[at + i].Is(controls[i])) return false;
        }

        return true;
    }

    public override string ToString() => string.Create(Length, this, static (target, span) =>
    {
        for (var i = 0; i < target.Length; i++) target[i] = span[i].Value;
    });
}
