using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Review;

namespace CapaCitoyenne.Sites.Documents.Tests;

/// <summary>What the review says of dates and invitations, read on Wednesday 25 November 2026.</summary>
public class DateReviewTests
{
    private static readonly string[] Invitations = [ReviewCodes.EventPlaceMissing, ReviewCodes.EventTimeMissing, ReviewCodes.EventPriceMissing];

    private static readonly ReviewContext Context = new(new DateOnly(2026, 11, 25));

    [Theory]
    [InlineData("Réunion mardi **12 mars** 2027.", "Réunion vendredi **12 mars** 2027.")]
    [InlineData("Réunion **mardi** 12 mars.", "Réunion **vendredi** 12 mars.")]
    [InlineData("Réunion *mardi 12* mars 2027.", "Réunion *vendredi 12* mars 2027.")]
    [InlineData("Réunion mardi [12 mars 2027](/agenda).", "Réunion vendredi [12 mars 2027](/agenda).")]
    [InlineData("Réunion mardi, 12 mars 2027.", "Réunion vendredi, 12 mars 2027.")]
    [InlineData("Réunion mardi 09 mars 2028.", "Réunion jeudi 09 mars 2028.")]
    [InlineData("Fête lundi 15 aout 2027.", "Fête dimanche 15 aout 2027.")]
    [InlineData("Fête Lundi 14 fevrier 2027.", "Fête Dimanche 14 fevrier 2027.")]
    [InlineData("Réunion mardi 12/03/2027.", "Réunion vendredi 12/03/2027.")]
    [InlineData("Réunions mardi 12 et samedi 13 mars.", "Réunions vendredi 12 et samedi 13 mars.")]
    [InlineData("Du mardi 12 au dimanche 14 mars 2027.", "Du vendredi 12 au dimanche 14 mars 2027.")]
    [InlineData("Le vendredi 12, mardi 13 et dimanche 14 mars 2027.", "Le vendredi 12, samedi 13 et dimanche 14 mars 2027.")]
    [InlineData("Mardi 12 janvier 2027, puis mardi 12 et samedi 13 mars 2027.", "Mardi 12 janvier 2027, puis vendredi 12 et samedi 13 mars 2027.")]
    [InlineData("On Monday 5 and Sunday 6 December 2026.", "On Saturday 5 and Sunday 6 December 2026.")]
    public void A_wrong_weekday_is_found_however_the_date_is_written_and_only_the_weekday_changes(string text, string mended)
    {
        var remark = Of(text, ReviewCodes.WeekdayWrong).ShouldHaveSingleItem();
        var at = text.IndexOf(remark.Repair!.Old, StringComparison.Ordinal);
        text.Remove(at, remark.Repair.Old.Length).Insert(at, remark.Repair.New).ShouldBe(mended);
    }

    [Theory]
    [InlineData("Du lundi 30 novembre au mardi 1er décembre 2026.")]
    [InlineData("Du mercredi 31 au vendredi 2 avril.")]
    [InlineData("Vendredi **12** et samedi 13 mars 2027, vendredi 12/03/2027.")]
    [InlineData("* mardi\n* 12 mars 2027")]
    [InlineData("Voir mardi_12_mars_2027.pdf, 10/12 personnes, le samedi 1/2 tarif.")]
    public void Right_dates_and_what_is_no_date_are_left_alone(string text) => Of(text, ReviewCodes.WeekdayWrong).ShouldBeEmpty();

    [Fact]
    public void A_day_that_no_calendar_has_is_told_in_figures_too() => Of("Le 31/04/2027.", ReviewCodes.DateImpossible).ShouldHaveSingleItem();

    [Theory]
    [InlineData("Samedi 14 mars 2026, les habitants invités ont planté un pommier.")]
    [InlineData("Samedi 14 mars, les habitants invités ont planté un pommier.")]
    [InlineData("Du vendredi 13 au samedi 14 mars 2026, vous êtes venus nombreux : les invités racontent.")]
    public void The_report_of_a_day_that_has_passed_invites_nobody(string text) => Invitation(text).ShouldBeEmpty();

    [Theory]
    [InlineData("Venez samedi 5 décembre à 14 h : les places sont limitées.")]
    [InlineData("Venez samedi 5 décembre à 14 h pour la mise en place.")]
    [InlineData("Venez samedi 5 décembre à 14 h, on fabrique en local, chez nous.")]
    [InlineData("Venez samedi 5 décembre à 14 h, et au passage prenez des nouvelles.")]
    [InlineData("Venez samedi 5 décembre à 14 h : une place de concert est à gagner. C’est gratuit.")]
    [InlineData("Venez samedi 5 décembre à 14 h, la fête est en route.")]
    public void What_only_sounds_like_a_place_is_none(string text) => Invitation(text).ShouldBe([ReviewCodes.EventPlaceMissing]);

    [Theory]
    [InlineData("Venez samedi 5 décembre à 14 h, place du Marché.")]
    [InlineData("Venez samedi 5 décembre à **14** h, 3 place de la Poste.")]
    [InlineData("Venez samedi 5 décembre à 14 h sur la place.")]
    [InlineData("Venez samedi 5 décembre à 14 h au local.")]
    [InlineData("Venez samedi 5 décembre à 14 h chez Léa.")]
    [InlineData("Venez samedi 5 décembre à 14 h, passage Brady.")]
    [InlineData("Venez samedi 5 décembre à 14 h au centre social, dans notre maison ou au café.")]
    [InlineData("Venez samedi 5 décembre à 14 h, 12 route de Lyon.")]
    [InlineData("Venez samedi 5 décembre à 14 h, salle des fêtes.")]
    public void A_place_is_told_by_a_name_or_by_the_words_before_it(string text) => Invitation(text).ShouldBeEmpty();

    private static List<string> Invitation(string text) => [.. Check(text).Select(remark => remark.Code).Where(Invitations.Contains)];

    private static List<ReviewRemark> Of(string text, string code) => [.. Check(text).Where(remark => remark.Code == code)];

    private static IReadOnlyList<ReviewRemark> Check(string text)
    {
        var block = new JsonObject { ["id"] = "b1", ["type"] = "text", ["v"] = 1, ["markdown"] = text };
        return DocumentReview.Check(Given.Page(block.ToJsonString()), BlockCatalog.BuiltIn, Context);
    }
}
