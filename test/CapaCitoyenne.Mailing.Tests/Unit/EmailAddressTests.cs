using CapaCitoyenne.Mailing.Contacts;
using CsCheck;

namespace CapaCitoyenne.Mailing.Tests.Unit;

public class EmailAddressTests
{
    [Theory]
    [InlineData("  Jeanne.Martin@Example.ORG ", "jeanne.martin@example.org")]
    [InlineData("mailto:contact@jardin-partage.fr", "contact@jardin-partage.fr")]
    [InlineData("Amélie Poulain <amelie@example.org>", "amelie@example.org")]
    [InlineData("\u200Bzoe@example.org\u00A0", "zoe@example.org")]
    [InlineData("info@mairie-épinay.fr", "info@xn--mairie-pinay-heb.fr")]
    [InlineData("a+liste@example.org;", "a+liste@example.org")]
    public void An_address_typed_by_people_is_recognised(string typed, string normalized)
    {
        EmailAddress.TryParse(typed, out var address).ShouldBeTrue();
        address.Normalized.ShouldBe(normalized);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("jeanne")]
    [InlineData("jeanne@")]
    [InlineData("@example.org")]
    [InlineData("jeanne@example")]
    [InlineData("jeanne@example..org")]
    [InlineData("jeanne martin@example.org")]
    [InlineData("jeanne@exam ple.org")]
    [InlineData(".jeanne@example.org")]
    [InlineData("jeanne@-example.org")]
    [InlineData("jeanne@192.168.1.1")]
    [InlineData("a@b@example.org")]
    public void What_cannot_be_an_address_is_refused(string? typed) => EmailAddress.TryParse(typed, out _).ShouldBeFalse();

    [Fact]
    public void Case_spaces_and_brackets_do_not_make_another_person()
    {
        Gen.Select(Gen.Char.AlphaNumeric.Array[1, 20], Gen.Char.AlphaNumeric.Array[1, 20], Gen.Bool, Gen.Bool).Sample((local, domain, upper, wrap) =>
        {
            var plain = $"{new string(local)}@{new string(domain)}.org";
            var typed = upper ? plain.ToUpperInvariant() : plain.ToLowerInvariant();
            if (wrap) typed = $" Nom <{typed}> ";
            EmailAddress.Parse(typed).Key.ShouldBe(EmailAddress.Parse(plain).Key);
        });
    }

    [Fact]
    public void No_text_at_all_makes_the_parser_throw() =>
        Gen.String.Sample(text => EmailAddress.TryParse(text + "@" + text, out var a) ? a.Value.Length > 0 : !EmailAddress.TryParse("", out a));

    [Fact]
    public void An_address_is_normalised_once_and_for_all() =>
        Gen.String[Gen.Char["aZé9.-_@+ <>"], 1, 30].Sample(text =>
        {
            if (EmailAddress.TryParse(text, out var once)) EmailAddress.Parse(once.Normalized).Normalized.ShouldBe(once.Normalized);
        });
}
