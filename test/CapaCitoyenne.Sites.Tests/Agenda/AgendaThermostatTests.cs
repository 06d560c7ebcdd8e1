namespace CapaCitoyenne.Sites.Agenda;

public class AgendaThermostatTests
{
    private const string Dated = "La fête du jardin aura lieu le 6 juin";

    [Theory]
    [InlineData("Le composteur ouvre samedi 21 mars"), InlineData("Rendez-vous le 1er juin"), InlineData("Reprise mardi 3"), InlineData("Atelier le 21/03 à 18 h")]
    [InlineData("The garden opens on June 4th"), InlineData("Meet us on 4 June")]
    public void A_text_with_a_day_names_one(string text) => AgendaThermostat.NamesADay(text).ShouldBeTrue();

    [Theory]
    [InlineData("Depuis 2014, des habitants cultivent un terrain"), InlineData("Tous les samedis à 10 h"), InlineData("Samedi 10 h, place Léon"), InlineData("Une subvention de 12 000 euros")]
    public void A_year_an_hour_or_a_sum_is_no_day(string text) => AgendaThermostat.NamesADay(text).ShouldBeFalse();

    [Fact]
    public void Three_dated_news_and_no_event_speak_for_an_agenda() => AgendaThermostat.ShouldPropose([Dated, Dated, "Bonne nouvelle", Dated], isUsed: false).ShouldBeTrue();

    [Fact]
    public void Two_do_not() => AgendaThermostat.ShouldPropose([Dated, Dated, "Bonne nouvelle"], isUsed: false).ShouldBeFalse();

    [Fact]
    public void An_agenda_that_is_used_is_not_proposed() => AgendaThermostat.ShouldPropose([Dated, Dated, Dated], isUsed: true).ShouldBeFalse();
}
