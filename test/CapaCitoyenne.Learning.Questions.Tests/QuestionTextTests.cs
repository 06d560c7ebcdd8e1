namespace CapaCitoyenne.Learning.Questions;

public class QuestionTextTests
{
    [Theory]
    [InlineData("<p>Un <b>titre</b>&nbsp;: <i>net</i></p>", "Un titre\u00A0: net"), InlineData("a < b et c > d", "a < b et c > d"), InlineData("l'un<br>l'autre", "l'un\nl'autre"), InlineData("<script>x</script>", "x"), InlineData("<img src=x onerror=y", "<img src=x onerror=y")]
    public void Html_is_shown_as_plain_text(string html, string text) => new QuestionText(html, TextFormat.Html).ToPlainText().ShouldBe(text);

    [Fact]
    public void Plain_text_keeps_its_angle_brackets() => new QuestionText("le <h1>", TextFormat.Plain).ToPlainText().ShouldBe("le <h1>");

    [Fact]
    public void Texts_that_read_the_same_are_equal() => new QuestionText(" a\r\nb\r\u0000 ").ShouldBe(new("a\nb"));
}
