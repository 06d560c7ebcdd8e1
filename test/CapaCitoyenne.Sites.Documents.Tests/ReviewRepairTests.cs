using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Review;

namespace CapaCitoyenne.Sites.Documents.Tests;

/// <summary>What mends a remark in one press.</summary>
public class ReviewRepairTests
{
    private static readonly ReviewContext Context = new(new DateOnly(2026, 11, 25))
    {
        IsDead = address => address is "/nulle-part" or "page:gone",
        TitleOf = address => address switch { "page:1" or "/ateliers" => "Nos ateliers [2026]", "media:scan" => "Scan 0012", "media:named" => "Statuts", _ => null },
    };

    [Theory]
    [InlineData("Voir [nos **dates**](/nulle-part).", "Voir nos **dates**.")]
    [InlineData("- Voir [nos dates](</nulle-part> \"Titre\").", "- Voir nos dates.")]
    [InlineData("[A](/ateliers) > [nos \\[dates\\]](page:gone)", "[A](/ateliers) > nos \\[dates\\]")]
    public void A_link_that_leads_nowhere_is_taken_off_its_words(string text, string mended) => Mended(text, ReviewCodes.LinkDead).ShouldBe(mended);

    [Fact]
    public void A_link_written_in_two_places_is_told_without_a_repair()
        => Check("text", "\"markdown\":\"[nos dates][d]\\n\\n[d]: /nulle-part\"").ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Code.ShouldBe(ReviewCodes.LinkDead), r => r.Repair.ShouldBeNull());

    [Theory]
    [InlineData("C’est [ici](/ateliers).", "C’est [Nos ateliers \\[2026\\]](/ateliers).")]
    [InlineData("C’est [**ici**](page:1).", "C’est [Nos ateliers \\[2026\\]](page:1).")]
    public void A_vague_link_is_named_after_what_it_leads_to(string text, string mended) => Mended(text, ReviewCodes.LinkTextVague).ShouldBe(mended);

    [Fact]
    public void A_vague_button_is_named_too_and_one_that_leads_nowhere_is_only_told()
    {
        Check("button", "\"label\":\"Cliquez ici\",\"target\":\"page:1\"").ShouldHaveSingleItem().Repair.ShouldBe(new ReviewRepair("Cliquez ici", "Nos ateliers [2026]"));
        Check("button", "\"label\":\"Venir\",\"target\":\"/nulle-part\"").ShouldHaveSingleItem().Repair.ShouldBeNull();
        Check("quote", "\"markdown\":\"Oui\",\"link\":\"/nulle-part\"").ShouldHaveSingleItem().Repair.ShouldBe(new ReviewRepair("/nulle-part", ""));
    }

    [Theory]
    [InlineData("statuts_2026.pdf", "Statuts 2026")]
    [InlineData("Compte rendu.docx", "Compte rendu")]
    [InlineData("Scan_0012.pdf", null)]
    [InlineData("2026-03-12.pdf", null)]
    public void A_file_is_called_what_it_is(string title, string? words)
    {
        var remark = Check("document", $"\"media\":\"media:1\",\"title\":\"{title}\"").ShouldHaveSingleItem();
        (remark.Code, remark.Repair).ShouldBe((ReviewCodes.FileNameTitle, words is null ? null : new ReviewRepair(title, words)));
    }

    [Fact]
    public void A_file_without_a_title_shows_its_own_name_which_may_say_nothing()
    {
        Check("document", "\"media\":\"media:1\",\"title\":\"Statuts de l’association, 2026-03\"").ShouldBeEmpty();
        Check("document", "\"media\":\"media:named\"").ShouldBeEmpty();
        var remark = Check("files", "\"items\":[{\"id\":\"a\",\"media\":\"media:named\"},{\"id\":\"b\",\"media\":\"media:scan\"}]").ShouldHaveSingleItem();
        (remark.Code, remark.ItemId, remark.Repair).ShouldBe((ReviewCodes.FileNameTitle, "b", null));
    }

    [Theory]
    [InlineData("2026-11-24", true)]
    [InlineData("2026-11-25", false)]
    public void A_block_that_nobody_sees_any_more_is_told(string until, bool isTold)
    {
        var remarks = Check("text", $"\"markdown\":\"Oui\",\"until\":\"{until}\"");
        remarks.Select(remark => (remark.Code, remark.Action)).ShouldBe(isTold ? [(ReviewCodes.BlockPast, ReviewAction.RemoveBlock)] : Array.Empty<(string, ReviewAction?)>());
    }

    [Fact]
    public void What_other_words_do_not_mend_has_an_action()
    {
        Check("faq", "\"items\":[]").ShouldHaveSingleItem().Action.ShouldBe(ReviewAction.RemoveBlock);
        Check("image", "\"media\":\"media:1\",\"alt\":{\"kind\":\"text\",\"text\":\"\"}").ShouldHaveSingleItem().Action.ShouldBe(ReviewAction.MarkDecorative);
        Check("text", "\"markdown\":\"Venez samedi 5 décembre à 14 h\"").ShouldHaveSingleItem().BlockToAdd.ShouldBe(BlockTypes.Map);
    }

    [Fact]
    public void The_title_and_the_excerpt_are_read_too()
    {
        var remarks = Check("text", "\"markdown\":\"Venez samedi 5 décembre.\"", Context with { Title = "Réunion le mardi 12 mars", Excerpt = "Appelez le 0612345678, à 14 h, salle des fêtes !!" });
        remarks.ShouldAllBe(remark => remark.BlockId == "");
        remarks.Select(remark => (remark.Field, remark.Repair)).ShouldBe([
            ("title", new ReviewRepair("mardi 12 mars", "vendredi 12 mars")), ("excerpt", new ReviewRepair("!!", "!")), ("excerpt", new ReviewRepair("0612345678", "06\u00a012\u00a034\u00a056\u00a078"))]);
    }

    [Fact]
    public void A_repair_tells_its_place_from_one_before_that_reads_the_same()
    {
        Mended("`!!` Quelle fête !!", ReviewCodes.MarksRepeated).ShouldBe("`!!` Quelle fête !");
        Mended("# mardi 12 janvier 2027\n\nLe mardi 12 et samedi 13 mars 2027", ReviewCodes.WeekdayWrong).ShouldBe("# mardi 12 janvier 2027\n\nLe vendredi 12 et samedi 13 mars 2027");
    }

    private static string Mended(string text, string code)
    {
        var repair = Check("text", "\"markdown\":" + JsonValue.Create(text).ToJsonString()).Single(remark => remark.Code == code).Repair.ShouldNotBeNull();
        var at = text.IndexOf(repair.Old, StringComparison.Ordinal);
        return text.Remove(at, repair.Old.Length).Insert(at, repair.New);
    }

    private static IReadOnlyList<ReviewRemark> Check(string type, string fields, ReviewContext? context = null)
        => DocumentReview.Check(Given.Page($$"""{"id":"b","type":"{{type}}","v":1,{{fields}}}"""), BlockCatalog.BuiltIn, context ?? Context);
}
