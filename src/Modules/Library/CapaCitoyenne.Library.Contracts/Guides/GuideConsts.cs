namespace CapaCitoyenne.Library.Guides;

/// <summary>Limits and closed lists of guides. Lengths are in characters.</summary>
public static class GuideConsts
{
    /// <summary>Longest title.</summary>
    public const int MaxTitleLength = 150;

    /// <summary>Longest aim: one sentence.</summary>
    public const int MaxAimLength = 300;

    /// <summary>Longest slug in the commons.</summary>
    public const int MaxSlugLength = 120;

    /// <summary>Longest body, as <c>page/1</c> JSON: the limit of a block document.</summary>
    public const int MaxBodyLength = 262_144;

    /// <summary>Longest Markdown file taken in by an import.</summary>
    public const int MaxMarkdownLength = 200_000;

    /// <summary>Longest language tag.</summary>
    public const int MaxLanguageLength = 10;

    /// <summary>A BCP 47 tag: <c>fr</c>, <c>pt-BR</c>.</summary>
    public const string LanguagePattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$";

    /// <summary>Longest licence identifier (SPDX).</summary>
    public const int MaxLicenceLength = 40;

    /// <summary>Longest name of a theme or a tag.</summary>
    public const int MaxTagLength = 40;

    /// <summary>Most themes of a guide.</summary>
    public const int MaxThemes = 3;

    /// <summary>Most free tags of a guide.</summary>
    public const int MaxTags = 10;

    /// <summary>Longest name of an author or an association in a snapshot.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Longest summary of a revision.</summary>
    public const int MaxSummaryLength = 300;

    /// <summary>Longest message between author and curator.</summary>
    public const int MaxMessageLength = 2_000;

    /// <summary>Most lines in a list of the card (material, steps, variants, pitfalls).</summary>
    public const int MaxCardLines = 40;

    /// <summary>Longest line in a list of the card.</summary>
    public const int MaxCardLineLength = 500;

    /// <summary>Most participants, and most minutes.</summary>
    public const int MaxCardNumber = 100_000;

    /// <summary>Highest cost.</summary>
    public const int MaxCostEuros = 1_000_000;

    /// <summary>Longest search query; the rest is ignored.</summary>
    public const int MaxQueryLength = 200;

    /// <summary>Megabytes of pictures and documents that a guide may bring into the commons.</summary>
    public const int MaxSharedMegabytes = 50;

    /// <summary>The licence proposed first.</summary>
    public const string DefaultLicence = "CC-BY-SA-4.0";

    /// <summary>The language proposed first.</summary>
    public const string DefaultLanguage = "fr";

    /// <summary>Themes a guide may carry; texts under the keys <c>Theme:{name}</c>.</summary>
    public static readonly IReadOnlyList<string> Themes =
    [
        "animation", "benevolat", "communication", "cooperation", "democratie", "finances", "formation",
        "gouvernance", "juridique", "numerique", "quartier", "transition",
    ];
}
