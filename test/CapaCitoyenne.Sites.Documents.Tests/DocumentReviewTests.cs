using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Review;
using CsCheck;

namespace CapaCitoyenne.Sites.Documents.Tests;

public class DocumentReviewTests
{
    private static readonly string[] Pieces =
    [
        "mardi 12 mars ", "mardi **12** et ", "**X**\n\n", "## A\n\n##### B\n\n", "VENEZ TOUS À LA ", "!!! ", "0612345678", "31 avril", "[ici](/x)", "> - [b](</x> \"t\")\r\n", "\t1. [c\\](/x)](/x)\r\n",
        "\n\n| [d](/x) | ![](/x) |\n|---|---|\n", "<https://exemple.fr/une/adresse/bien/trop/longue/pour/etre/lue>", "https://exemple.fr/une/adresse/bien/trop/longue/pour/etre/lue ", "[e][f]\n\n[f]: /x\n", "\0", "`",
    ];

    private static readonly ReviewContext Context = new(new DateOnly(2026, 11, 25));

    [Theory]
    [InlineData("Réunion le mardi 12 mars 2026.", "mardi 12 mars 2026", "jeudi 12 mars 2026")]
    [InlineData("Samedi 1er janvier 2027, on recommence.", "Samedi 1er janvier 2027", "Vendredi 1er janvier 2027")]
    [InlineData("On Monday, 5 December 2026.", "Monday, 5 December 2026", "Saturday, 5 December 2026")]
    public void A_weekday_that_is_not_that_dates_is_put_right(string text, string old, string @new)
    {
        var remark = Of(text, ReviewCodes.WeekdayWrong).ShouldHaveSingleItem();
        remark.Repair.ShouldBe(new ReviewRepair(old, @new));
    }

    [Theory]
    [InlineData("Le samedi 5 décembre 2026 à 14 h.")]
    [InlineData("Le mercredi 25 novembre, comme l’an dernier le mardi 25 novembre.")]
    [InlineData("Voir `mardi 12 mars 2026` et [le programme](https://exemple.fr/mardi-12-mars-2026).")]
    public void A_right_weekday_and_what_is_no_prose_are_left_alone(string text) => Of(text, ReviewCodes.WeekdayWrong).ShouldBeEmpty();

    [Fact]
    public void Without_a_year_the_next_such_day_is_meant()
        => Of("Rendez-vous lundi 12 mars.", ReviewCodes.WeekdayWrong).ShouldHaveSingleItem().Repair!.New.ShouldBe("vendredi 12 mars");

    [Fact]
    public void A_day_that_no_calendar_has_is_pointed_out()
    {
        Of("Le 31 avril, on sème.", ReviewCodes.DateImpossible).ShouldHaveSingleItem();
        Of("Le 29 février 2027.", ReviewCodes.DateImpossible).ShouldHaveSingleItem();
        Of("Le 29 février 2028, et le 29 février.", ReviewCodes.DateImpossible).ShouldBeEmpty();
    }

    [Fact]
    public void An_invitation_says_where_when_and_for_how_much()
    {
        var missing = Review("Venez au loto, samedi 5 décembre !").Select(remark => remark.Code).ToList();
        missing.ShouldContain(ReviewCodes.EventPlaceMissing);
        missing.ShouldContain(ReviewCodes.EventTimeMissing);
        missing.ShouldContain(ReviewCodes.EventPriceMissing);
        Review("Venez au loto, samedi 5 décembre à 14 h, salle des fêtes. Le carton : 2 €.").ShouldBeEmpty();
    }

    [Fact]
    public void A_link_says_where_it_leads_and_leads_there()
    {
        Of("Le programme est [ici](https://exemple.fr).", ReviewCodes.LinkTextVague).ShouldHaveSingleItem();
        Of("[le programme](https://exemple.fr)", ReviewCodes.LinkTextVague).ShouldBeEmpty();
        Review("[Contact](/contact) et [agenda](/agenda)", Context with { IsDead = address => address == "/contact" })
            .ShouldHaveSingleItem().Data["Address"].ShouldBe("Contact");
    }

    [Theory]
    [InlineData("VENEZ TOUS À LA FÊTE du quai", ReviewCodes.Capitals, "Venez tous à la fête")]
    [InlineData("Quelle fête !!!", ReviewCodes.MarksRepeated, "!")]
    [InlineData("Appelez le 0612345678.", ReviewCodes.PhoneUngrouped, "06\u00a012\u00a034\u00a056\u00a078")]
    [InlineData("**Nos horaires**\n\nLe matin.", ReviewCodes.BoldHeading, "## Nos horaires")]
    [InlineData("## Un\n\n#### Deux\n\nTexte", ReviewCodes.HeadingSkipped, "### Deux")]
    public void What_is_hard_to_read_is_mended_in_one_go(string text, string code, string repaired)
    {
        var remark = Of(text, code).ShouldHaveSingleItem();
        remark.Repair!.New.ShouldBe(repaired);
        Of(text.Replace(remark.Repair.Old, remark.Repair.New, StringComparison.Ordinal), code).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("### Un", "## Un")]
    [InlineData("#### Un\n\nTexte", "## Un")]
    public void The_first_heading_comes_right_under_the_title_of_the_page(string text, string repaired)
        => Of(text, ReviewCodes.HeadingSkipped).ShouldHaveSingleItem().Repair!.New.ShouldBe(repaired);

    [Theory]
    [InlineData("{\"type\":\"text\",\"markdown\":\"## A\\n\\n### B\"}", "#### C")]
    [InlineData("{\"type\":\"gallery\",\"title\":\"Photos\",\"items\":[]}", "### C")]
    [InlineData("{\"type\":\"news\",\"max\":3}", "### C")]
    [InlineData("{\"type\":\"steps\",\"title\":\"Adhérer\",\"items\":[]}", "#### C")]
    public void A_heading_goes_on_from_the_block_before(string before, string after) => SkippedAfter(before, after).ShouldBeEmpty();

    [Fact]
    public void A_block_of_another_module_may_have_a_heading_that_is_not_known_here()
    {
        var catalog = BlockCatalog.BuiltIn.With([new BlockDefinition("newsletter", [])]);
        var document = new DocumentReader(catalog).Read("""{"schema":"page/1","lang":"fr","blocks":[{"id":"n","type":"newsletter","v":1},{"id":"t","type":"text","v":1,"markdown":"### C"}]}""");
        DocumentReview.Check(document, catalog, Context).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{\"type\":\"text\",\"markdown\":\"## A\"}", "#### C")]
    [InlineData("{\"type\":\"gallery\",\"title\":\"Photos\",\"items\":[]}", "#### C")]
    [InlineData("{\"type\":\"separator\"}", "### C")]
    public void A_heading_that_skips_what_the_block_before_did_not_say_is_told(string before, string after) => SkippedAfter(before, after).ShouldHaveSingleItem().BlockId.ShouldBe("b2");

    [Theory]
    [InlineData("Voir [nos ateliers](/ateliers).", "Voir [nos ateliers](page:1).")]
    [InlineData("[Presse](/ateliers-presse), [nos ateliers](/ateliers)", "[Presse](/ateliers-presse), [nos ateliers](page:1)")]
    [InlineData("[Nos ateliers](/ateliers \"Le mardi\")", "[Nos ateliers](page:1 \"Le mardi\")")]
    [InlineData("[Nos ateliers](</ateliers>)", "[Nos ateliers](page:1)")]
    [InlineData("`](/ateliers)` et [nos ateliers](/ateliers)", "`](/ateliers)` et [nos ateliers](page:1)")]
    public void A_link_to_a_former_address_is_led_straight_to_the_page(string text, string mended)
    {
        Mended(text, ReviewCodes.LinkMoved, Context with { FindPresent = address => address == "/ateliers" ? "page:1" : null }).ShouldBe(mended);
    }

    [Fact]
    public void A_button_to_a_former_address_and_a_form_that_is_gone_are_told_too()
    {
        var context = Context with { FindPresent = _ => "page:1", IsDead = address => address == "form:0197" };
        Check("{\"id\":\"b\",\"type\":\"button\",\"v\":1,\"label\":\"Venir aux ateliers\",\"target\":\"/ateliers\"}", context)
            .ShouldHaveSingleItem().Repair.ShouldBe(new ReviewRepair("/ateliers", "page:1"));
        Check("{\"id\":\"f\",\"type\":\"form\",\"v\":1,\"form\":\"form:0197\"}", context).ShouldHaveSingleItem().Code.ShouldBe(ReviewCodes.FormUnavailable);
    }

    [Theory]
    [InlineData("La SNCF et la RATP")]
    [InlineData("Le SIRET 80123456789012 et le +33612345678")]
    [InlineData("**Attention** : le portail est fermé.")]
    public void Initials_numbers_and_emphasis_are_no_faults(string text) => Review(text).ShouldBeEmpty();

    [Fact]
    public void A_sentence_of_more_than_forty_words_is_pointed_out()
    {
        Of(string.Join(' ', Enumerable.Repeat("mot", 45)) + ".", ReviewCodes.SentenceLong).ShouldHaveSingleItem().Data["Words"].ShouldBe(45);
        Of(string.Join(". ", Enumerable.Repeat("Une phrase courte", 30)) + ".", ReviewCodes.SentenceLong).ShouldBeEmpty();
    }

    [Fact]
    public void Lines_are_no_sentence_and_long_sentences_are_found_in_lists_and_quotes_too()
    {
        var hours = string.Join("\\\n", Enumerable.Range(1, 12).Select(i => $"Lundi de neuf heures à midi, salle {i}"));
        Of(hours, ReviewCodes.SentenceLong).ShouldBeEmpty();
        Of("**" + hours.Replace("\\", "  ", StringComparison.Ordinal) + "**", ReviewCodes.SentenceLong).ShouldBeEmpty();
        var sentence = string.Join(' ', Enumerable.Repeat("mot", 45)) + ".";
        Of($"- {sentence}\n- court\n\n> {sentence}", ReviewCodes.SentenceLong).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("Voir <https://www.prefecture.exemple.fr/demarches/associations/creation>.", "Voir [www.prefecture.exemple.fr](https://www.prefecture.exemple.fr/demarches/associations/creation).")]
    [InlineData("Voir https://www.prefecture.exemple.fr/demarches/associations/creation.", "Voir [www.prefecture.exemple.fr](https://www.prefecture.exemple.fr/demarches/associations/creation).")]
    [InlineData("[https://www.exemple.fr/demarches/associations_(loi)](https://www.exemple.fr/demarches/associations_(loi))", "[www.exemple.fr](https://www.exemple.fr/demarches/associations_(loi))")]
    [InlineData("Voir <https://www.exemple.fr/demarches/associations_(loi/creation>", "Voir [www.exemple.fr](<https://www.exemple.fr/demarches/associations_(loi/creation>)")]
    public void A_long_address_is_named_after_its_host(string text, string mended) => Mended(text, ReviewCodes.LinkBare).ShouldBe(mended);

    [Fact]
    public void A_short_address_may_stand_as_it_is() => Review("Voir <https://exemple.fr> et https://exemple.fr/agenda.").ShouldBeEmpty();

    [Fact]
    public void A_long_text_wants_headings()
    {
        var text = string.Join("\n\n", Enumerable.Repeat("Une phrase courte, puis une autre qui la suit.", 50));
        Of(text, ReviewCodes.HeadingsMissing).ShouldHaveSingleItem();
        Of("## Titre\n\n" + text, ReviewCodes.HeadingsMissing).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"kind":"text","text":""}""", ReviewCodes.AltMissing)]
    [InlineData("""{"kind":"text","text":"Photo de la fête"}""", ReviewCodes.AltRedundant)]
    public void Pictures_are_described_and_the_description_does_not_say_that_it_is_one(string alt, string code)
        => Check($$"""{"id":"i","type":"image","v":1,"media":"media:0197","alt":{{alt}}}""").ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void A_picture_in_a_list_is_looked_at_too()
        => Check("""{"id":"g","type":"gallery","v":1,"items":[{"id":"a","media":"media:0197","alt":{"kind":"text","text":""}}]}""")
            .ShouldHaveSingleItem().ItemId.ShouldBe("a");

    [Fact]
    public void A_film_wants_its_transcript_and_a_block_wants_content()
    {
        Check("""{"id":"v","type":"video","v":1,"url":"https://vimeo.com/76979871","title":"La fête"}""").ShouldHaveSingleItem().Code.ShouldBe(ReviewCodes.TranscriptMissing);
        Check("""{"id":"t","type":"text","v":1,"markdown":" "}""").ShouldHaveSingleItem().Code.ShouldBe(ReviewCodes.BlockEmpty);
    }

    [Fact]
    public void Whatever_the_text_the_review_answers_and_its_repairs_are_found_in_the_text()
    {
        ReviewContext[] contexts = [Context with { TitleOf = _ => "T" }, Context with { IsDead = _ => true }, Context with { FindPresent = _ => "page:1" }];
        Gen.Select(Gen.Frequency((1, Gen.String), (4, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]))).Array[0, 8].Select(string.Concat), Gen.Int[0, 2])
            .Sample((text, i) => Review(text, contexts[i]).All(remark => remark.Repair is null || text.Contains(remark.Repair.Old, StringComparison.Ordinal)), iter: 2000);
    }

    private static List<ReviewRemark> Of(string markdown, string code) => [.. Review(markdown).Where(remark => remark.Code == code)];

    private static string Mended(string text, string code, ReviewContext? context = null)
    {
        var repair = Review(text, context).Single(remark => remark.Code == code).Repair.ShouldNotBeNull();
        var at = text.IndexOf(repair.Old, StringComparison.Ordinal);
        return text.Remove(at, repair.Old.Length).Insert(at, repair.New);
    }

    private static List<ReviewRemark> SkippedAfter(string before, string after)
    {
        var text = new JsonObject { ["id"] = "b2", ["type"] = "text", ["v"] = 1, ["markdown"] = after };
        return [.. Check("{\"id\":\"b1\",\"v\":1," + before[1..] + "," + text.ToJsonString()).Where(remark => remark.Code == ReviewCodes.HeadingSkipped)];
    }

    private static IReadOnlyList<ReviewRemark> Review(string markdown, ReviewContext? context = null)
        => Check(new JsonObject { ["id"] = "b1", ["type"] = "text", ["v"] = 1, ["markdown"] = markdown }.ToJsonString(), context);

    private static IReadOnlyList<ReviewRemark> Check(string block, ReviewContext? context = null)
        => DocumentReview.Check(new DocumentReader(BlockCatalog.BuiltIn).Read($$"""{"schema":"page/1","lang":"fr","blocks":[{{block}}]}"""), BlockCatalog.BuiltIn, context ?? Context);
}
