using CsCheck;

namespace CapaCitoyenne.Sites.Domains;

public class DomainNameTests
{
    [Theory]
    [InlineData("www.Les-Jardins.fr", "www.les-jardins.fr")]
    [InlineData(" https://les-jardins.fr/accueil?x=1 ", "les-jardins.fr")]
    [InlineData("les-jardins.fr:443", "les-jardins.fr")]
    [InlineData("les-jardins.fr.", "les-jardins.fr")]
    [InlineData("Fête-du-quai.fr", "xn--fte-du-quai-nbb.fr")]
    [InlineData("xn--caf-dma.fr", "xn--caf-dma.fr")]
    [InlineData("bücher。example.org", "xn--bcher-kva.example.org")]
    public void A_name_has_one_form(string typed, string expected) => DomainName.Parse(typed).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("jardins")]
    [InlineData("-a.fr")]
    [InlineData("a..fr")]
    [InlineData("a_b.fr")]
    [InlineData("192.168.0.1")]
    [InlineData("[::1]")]
    [InlineData("xn--.fr")]
    [InlineData("a b.fr")]
    [InlineData("*.jardins.fr")]
    [InlineData("évil\u202Egpj.fr")]
    public void What_is_no_name_is_refused(string typed) => DomainName.Parse(typed).ShouldBeNull();

    [Theory]
    [InlineData("a.localhost"), InlineData("routeur.local"), InlineData("hub.example.org"), InlineData("x.sites.example.org"), InlineData("sites.example.org"), InlineData("a.home.arpa")]
    public void Names_of_nobody_and_of_the_hub_are_reserved(string name) => DomainName.IsReserved(name, "hub.example.org", "sites.example.org").ShouldBeTrue();

    [Fact]
    public void A_stored_name_reads_back_as_itself_whatever_was_typed() => Gen.OneOf(Gen.String, Gen.String[Gen.Char["aéß.-xn1_ /:"], 1, 40]).Sample(typed =>
    {
        if (DomainName.Parse(typed) is not { } name) return;
        DomainName.Parse(name).ShouldBe(name);
        DomainName.OfHost(name.ToUpperInvariant() + ".").ShouldBe(name);
    });
}
