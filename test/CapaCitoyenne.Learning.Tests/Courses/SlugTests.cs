namespace CapaCitoyenne.Learning.Courses;

public class SlugTests
{
    [Theory]
    [InlineData("L’œuvre d’été, n° 2 !", "l-oeuvre-d-ete-n-2"), InlineData("???", "sans-titre"), InlineData("  Déjà — vu  ", "deja-vu")]
    public void A_title_becomes_an_address(string title, string slug) => Slug.From(title, 80).ShouldBe(slug);

    [Fact]
    public void An_address_is_cut_without_a_dangling_hyphen() => Slug.From("abc def", 4).ShouldBe("abc");
}
