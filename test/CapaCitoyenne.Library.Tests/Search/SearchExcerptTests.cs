using CsCheck;

namespace CapaCitoyenne.Library.Search;

public sealed class SearchExcerptTests
{
    private static string Marked(string text, string query, int maxLength = 220)
        => string.Concat(SearchExcerpt.Of(text, FrenchAnalyzer.Query(query).Select(term => term.Term).ToHashSet(), maxLength).Select(part => part.IsMatch ? $"[{part.Text}]" : part.Text));

    [Theory]
    [InlineData("La réunion des élues a lieu mardi.", "élu", "La réunion des [élues] a lieu mardi.")]
    [InlineData("Compte rendu de l’AG.", "assemblée générale", "Compte rendu de l’[AG].")]
    [InlineData("Rien de tel ici.", "jardin", "Rien de tel ici.")]
    public void The_words_that_the_search_meets_are_marked(string text, string query, string expected) => Marked(text, query).ShouldBe(expected);

    [Fact]
    public void The_passage_begins_near_the_first_match_and_says_that_it_was_cut()
    {
        var text = string.Join(' ', Enumerable.Repeat("mot", 300)) + " le jardin fleurit " + string.Join(' ', Enumerable.Repeat("mot", 300));
        var excerpt = Marked(text, "jardins");
        excerpt.ShouldStartWith("…mot ");
        excerpt.ShouldContain("le [jardin] fleurit");
        excerpt.ShouldEndWith("mot…");
        excerpt.Length.ShouldBeLessThan(240);
    }

    [Fact]
    public void A_passage_is_a_piece_of_the_text_whatever_it_holds() => Gen.Select(Gen.String[0, 400], Gen.Int[10, 120]).Sample((text, max) =>
        text.ShouldContain(string.Concat(SearchExcerpt.Of(text, new HashSet<string> { "a" }, max).Select(part => part.Text)).Trim('…').Trim()));
}
