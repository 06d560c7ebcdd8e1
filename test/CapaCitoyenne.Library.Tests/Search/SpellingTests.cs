
namespace CapaCitoyenne.Library.Search;

public sealed class SpellingTests
{
    private static readonly string[] Vocabulary = ["réunir", "réunion", "région", "bénévole", "trésorière", "newsletter", "jardin", "élus"];

    [Theory]
    [InlineData("reunoin", "réunion")]
    [InlineData("bénevolle", "bénévole")]
    [InlineData("tresoriaire", "trésorière")]
    [InlineData("newletter", "newsletter")]
    [InlineData("jardn", "jardin")]
    public void A_misspelt_word_gets_the_nearest_known_one(string word, string expected) => Spelling.Nearest(word, Vocabulary).ShouldBe(expected);

    [Theory]
    [InlineData("reunoin", "reunion", 1)]
    [InlineData("jardn", "jardin", 1)]
    [InlineData("asociation", "association", 1)]
    [InlineData("chat", "chien", 3)]
    public void Slips_are_counted(string typed, string meant, int slips) => Spelling.Slips(typed, meant).ShouldBe(slips);

    [Fact]
    public void Nothing_is_proposed_when_nothing_is_near() => Spelling.Nearest("xylophone", Vocabulary).ShouldBeNull();

    [Fact]
    public void Accents_and_case_do_not_count() => Spelling.Likeness("Trésorière", "tresoriere").ShouldBe(1);
}
