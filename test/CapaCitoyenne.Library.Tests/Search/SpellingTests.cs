
namespace CapaCitoyenne.Library.Search;

public sealed class SpellingTests
{
    private static readonly string[] Vocabulary = ["réunion", "région", "bénévole", "trésorière", "newsletter", "jardin", "élus"];

    [Theory]
    [InlineData("reunoin", "réunion")]
    [InlineData("bénevolle", "bénévole")]
    [InlineData("tresoriaire", "trésorière")]
    [InlineData("newletter", "newsletter")]
    [InlineData("jardn", "jardin")]
    public void A_misspelt_word_gets_the_nearest_known_one(string word, string expected) => Spelling.Nearest(word, Vocabulary).ShouldBe(expected);

    [Fact]
    public void Nothing_is_proposed_when_nothing_is_near() => Spelling.Nearest("xylophone", Vocabulary).ShouldBeNull();

    [Fact]
    public void Accents_and_case_do_not_count() => Spelling.Likeness("Trésorière", "tresoriere").ShouldBe(1);
}
