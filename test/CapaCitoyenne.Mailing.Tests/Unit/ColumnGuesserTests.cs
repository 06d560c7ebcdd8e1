using CapaCitoyenne.Mailing.Imports;

namespace CapaCitoyenne.Mailing.Tests.Unit;

public class ColumnGuesserTests
{
    [Theory]
    [InlineData("Prénom;Nom;Courriel", "FirstName;LastName;Email")]
    [InlineData("Email Address;First Name;Last Name;MEMBER_RATING;UNSUB_TIME", "Email;FirstName;LastName;Ignore;Unsubscribed")]
    [InlineData("Email Address;First Name;CLEAN_TIME;TAGS", "Email;FirstName;Bounced;Tags")]
    [InlineData("CONTACT ID;EMAIL;PRENOM;NOM;SMS", "Ignore;Email;FirstName;LastName;Ignore")]
    [InlineData("uuid;email;name;attributes;status", "Ignore;Email;FullName;Ignore;Status")]
    [InlineData("email;gecos;reception", "Email;FullName;Ignore")]
    [InlineData("Adresse e-mail;E-mail;Remarques", "Email;Ignore;Notes")]
    public void Columns_are_recognised_by_their_headers(string headers, string expected) =>
        string.Join(';', ColumnGuesser.Guess(headers.Split(';'), [])).ShouldBe(expected);

    [Fact]
    public void Without_a_telling_header_the_address_is_recognised_by_its_content() =>
        ColumnGuesser.Guess(["A", "B"], [["Jeanne", "j@example.org"], ["Paul", "p@example.org"]])[1].ShouldBe(ContactImportField.Email);

    [Fact]
    public void A_column_called_state_is_one_when_its_words_are()
    {
        ColumnGuesser.Guess(["Courriel", "État"], [["a@example.org", "Désabonné"]])[1].ShouldBe(ContactImportField.Status);
        ColumnGuesser.Guess(["Courriel", "État"], [["a@example.org", "Bretagne"]])[1].ShouldBe(ContactImportField.Ignore);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("non", false)]
    [InlineData("Enabled", false)]
    [InlineData("2019-04-02 10:00:00", true)]
    [InlineData("blocklisted", true)]
    [InlineData("Désinscrit", true)]
    public void A_cell_says_whether_somebody_left(string cell, bool left) => ImportStandings.SaysYes(cell).ShouldBe(left);

    [Theory]
    [InlineData("subscribed", "Subscribed")]
    [InlineData("Cleaned", "Dead")]
    [InlineData("blocklisted", "Dead")]
    [InlineData("Désabonnée", "Unsubscribed")]
    [InlineData("spam", "Complained")]
    [InlineData("quelque chose", "NotSubscribed")]
    public void A_status_that_nobody_knows_is_no_agreement(string cell, string standing) => ImportStandings.Of(cell).ToString().ShouldBe(standing);
}
