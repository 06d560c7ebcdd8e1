namespace CapaCitoyenne.Sites.Addresses;

/// <summary>What somebody looks for in a list: all words, wherever they stand; accents and case do not matter.</summary>
internal sealed class FoldedWords(string? text)
{
    private readonly string[] _words = Slug.Fold(text ?? "").Split('-', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Nothing to look for: everything is meant.</summary>
    public bool AreNone => _words.Length == 0;

    public bool AreIn(string title)
    {
        if (AreNone) return true;
        var folded = Slug.Fold(title);
        return _words.All(word => folded.Contains(word, StringComparison.Ordinal));
    }
}
