using CapaCitoyenne.Mailing.Imports;
using CsCheck;

namespace CapaCitoyenne.Mailing.Tests.Unit;

public class PeopleTextTests
{
    [Theory]
    [InlineData("a@un.fr, b@un.fr;c@un.fr\nd@un.fr", "a@un.fr|b@un.fr|c@un.fr|d@un.fr")]
    [InlineData("\"Martin, Jeanne\" <j@un.fr>; Paul <p@un.fr>", "<j@un.fr>|<p@un.fr>")]
    [InlineData("\"jamais fermé <a@un.fr>\nb@un.fr", "<a@un.fr>|b@un.fr")]
    public void Pasted_addresses_are_told_apart(string text, string expected) =>
        string.Join('|', PeopleText.FromPaste(text).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(';')[0])).ShouldBe(expected);

    [Fact]
    public void A_table_that_was_pasted_stays_one() =>
        PeopleText.FromPaste("Nom;Courriel\nZoé;z@un.fr").ShouldBe("Nom;Courriel\nZoé;z@un.fr");

    [Fact]
    public void Old_telephones_write_quoted_printable() =>
        PeopleText.FromVCards("BEGIN:VCARD\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:No=C3=ABl;Zo=\n=C3=A9;;;\nEMAIL:z@un.fr\nEND:VCARD").ShouldContain("z@un.fr;Zoé;Noël;;");

    [Fact]
    public void No_text_stops_the_reading() => Gen.String.Sample(text =>
    {
        PeopleText.FromPaste(text).ShouldNotBeNull();
        PeopleText.FromVCards("BEGIN:VCARD\n" + text + "\nEND:VCARD").ShouldStartWith("E-mail;");
    });
}
