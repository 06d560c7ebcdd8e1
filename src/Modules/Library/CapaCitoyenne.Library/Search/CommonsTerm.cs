namespace CapaCitoyenne.Library.Search;

/// <summary>What a term of the index says about a guide.</summary>
internal enum TermField
{
    /// <summary>A stem or a synonym family of its text.</summary>
    Text,

    /// <summary>Its kind.</summary>
    Kind,

    /// <summary>One of its themes.</summary>
    Theme,
}

/// <summary>A line of the inverted index: this guide has this term. Global on purpose, like the commons that it indexes.</summary>
internal sealed class CommonsTerm(string term, Guid commonsGuideId, TermField field, int weight) : Entity
{
    public string Term { get; private set; } = term;

    public Guid CommonsGuideId { get; private set; } = commonsGuideId;

    public TermField Field { get; private set; } = field;

    /// <summary>How much the guide is about the term; 0 for facets, which only filter.</summary>
    public int Weight { get; private set; } = weight;

    public static string OfKind(string kind) => "kind:" + kind;

    public static string OfTheme(string theme) => "theme:" + theme;

    public override object?[] GetKeys() => [Term, CommonsGuideId];
}

/// <summary>A word that shared guides use, for "Vouliez-vous dire". Words stay when their guide goes: they are still French.</summary>
internal sealed class CommonsWord(string word) : Entity
{
    public string Word { get; private set; } = word;

    public int Length { get; private set; } = word.Length;

    public override object?[] GetKeys() => [Word];
}
