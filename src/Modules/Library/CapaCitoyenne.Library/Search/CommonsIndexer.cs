using CapaCitoyenne.Library.Commons;
using CapaCitoyenne.Library.Guides;

namespace CapaCitoyenne.Library.Search;

/// <summary>Turns a snapshot into the lines of the inverted index. Pure code.</summary>
internal static class CommonsIndexer
{
    private const int MaxBodyWeight = 5;

    // A word in the title says more than a word in the text; a word repeated in the text says a little more each time.
    private const int TitleWeight = 12;
    private const int AimWeight = 6;
    private const int TagWeight = 6;
    private const int CardWeight = 2;

    public static List<CommonsTerm> Terms(CommonsGuide guide, string bodyText)
    {
        var content = guide.Content;
        var weights = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in FrenchAnalyzer.Index(bodyText).GroupBy(term => term.Term, StringComparer.Ordinal))
        {
            weights[group.Key] = Math.Min(group.Count(), MaxBodyWeight);
        }

        Add(weights, content.Title, TitleWeight);
        Add(weights, content.Aim, AimWeight);
        Add(weights, string.Join(" \n", content.TagList.Concat(content.ThemeList)), TagWeight);
        Add(weights, CardText(GuideCard.Parse(content.Card)), CardWeight);
        Add(weights, guide.OwnerName + " \n" + content.AuthorName, 1);

        return
        [
            .. weights.Select(weight => new CommonsTerm(weight.Key, guide.Id, TermField.Text, weight.Value)),
            new CommonsTerm(CommonsTerm.OfKind(content.Kind.ToString()), guide.Id, TermField.Kind, 0),
            .. content.ThemeList.Select(theme => new CommonsTerm(CommonsTerm.OfTheme(theme), guide.Id, TermField.Theme, 0)),
        ];
    }

    public static List<string> Words(CommonsGuide guide, string bodyText)
        => [.. FrenchAnalyzer.Vocabulary(string.Join(" \n", guide.Content.Title, guide.Content.Aim, guide.Content.Tags, CardText(GuideCard.Parse(guide.Content.Card)), bodyText))];

    private static void Add(Dictionary<string, int> weights, string text, int weight)
    {
        foreach (var term in FrenchAnalyzer.Index(text).Select(term => term.Term).Distinct(StringComparer.Ordinal))
        {
            weights[term] = weights.GetValueOrDefault(term) + weight;
        }
    }

    private static string CardText(GuideCard card)
        => string.Join(" \n", card.Material.Concat(card.Steps.Select(step => step.Text)).Concat(card.Variants).Concat(card.Pitfalls));
}
