using CapaCitoyenne.Mailing.Campaigns;
using CsCheck;

namespace CapaCitoyenne.Mailing.Tests.Unit;

public class PersonalizedTemplateTests
{
    [Fact]
    public void A_known_value_is_put_in_and_an_unknown_one_gives_way_to_the_fallback()
    {
        var template = PersonalizedTemplate.Parse("Bonjour {{firstName|chers amis}} !", TemplateKind.Text);
        template.Fill(_ => "Zoé").ShouldBe("Bonjour Zoé !");
        template.Fill(_ => " ").ShouldBe("Bonjour chers amis !");
        template.Issues.ShouldBeEmpty();
    }

    [Fact]
    public void A_name_cannot_bring_markup_into_the_letter() =>
        PersonalizedTemplate.Parse("<p>{{firstName|amis}}</p>", TemplateKind.Html).Fill(_ => "<script>&")
            .ShouldBe("<p>&lt;script&gt;&amp;</p>");

    [Fact]
    public void A_name_cannot_break_a_header() =>
        PersonalizedTemplate.Parse("{{firstName|amis}}", TemplateKind.Text).Fill(_ => "a\r\nBcc: b").ShouldBe("a Bcc: b");

    [Theory]
    [InlineData("{{prenom|amis}}", MailingErrorCodes.PersonalizationUnknownField)]
    [InlineData("{{firstName}}", MailingErrorCodes.PersonalizationNoFallback)]
    [InlineData("{{firstName|amis", MailingErrorCodes.PersonalizationMalformed)]
    [InlineData("{{firstName|{{lastName|x}}", MailingErrorCodes.PersonalizationMalformed)]
    public void A_mistake_is_named_before_sending(string text, string code) =>
        PersonalizedTemplate.Parse(text, TemplateKind.Text).Issues.ShouldContain(i => i.Code == code);

    [Fact]
    public void A_malformed_place_stays_as_it_is_written() =>
        PersonalizedTemplate.Parse("a {{b c", TemplateKind.Text).Fill(_ => "x").ShouldBe("a {{b c");

    [Fact]
    public void Tags_and_direct_filling_give_the_same_letter()
    {
        var part = Gen.OneOf(Gen.Const("{{firstName|cher·e·s amis}}"), Gen.Const("{{lastName|—}}"), Gen.String[Gen.Char["ab é<&{}|"], 0, 6]);
        Gen.Select(part.Array[0, 8], Gen.String[Gen.Char["Zoé<'\""], 0, 5]).Sample((parts, name) =>
        {
            var template = PersonalizedTemplate.Parse(string.Concat(parts), TemplateKind.Html);
            var values = new Dictionary<string, string>();
            var tagged = template.WithTags(slot =>
            {
                var tag = $"~tag{slot.GetHashCode()}~";
                values[tag] = template.ValueOf(slot, _ => name);
                return tag;
            });
            foreach (var (tag, value) in values) tagged = tagged.Replace(tag, value, StringComparison.Ordinal);
            tagged.ShouldBe(template.Fill(_ => name));
        });
    }
}
