using CsCheck;

namespace CapaCitoyenne.Library.Search;

/// <summary>What people type must meet what associations write. The pairs are those that PostgreSQL's and SQLite's own French search were measured on.</summary>
public sealed class FrenchAnalyzerTests
{
    private static readonly string[] Samples =
    [
        "réunion", "A.G.", "formateur·rice·s", "l’élue", "e-mailing", "comptes", "rendus", "à", "œuvre", "1901", "conseil", "d'administration",
        "visio-conférence", "procès-verbaux",
    ];

    [Theory]
    // accents and ligatures
    [InlineData("réunions", "reunion")]
    [InlineData("délibérations", "deliberation")]
    [InlineData("cœur", "coeur")]
    [InlineData("procès-verbal", "proces verbal")]
    [InlineData("événement", "évènement")]
    [InlineData("ex æquo", "ex aequo")]
    // plurals and feminines
    [InlineData("réunions", "réunion")]
    [InlineData("élues", "élu")]
    [InlineData("élus", "élu")]
    [InlineData("associatives", "associatif")]
    [InlineData("trésorière", "trésorier")]
    [InlineData("tresorieres", "trésorier")]
    [InlineData("journaux locaux", "journal local")]
    [InlineData("travaux", "travail")]
    [InlineData("lieux", "lieu")]
    [InlineData("heureuse", "heureux")]
    [InlineData("animatrice", "animateur")]
    // families
    [InlineData("décision", "décider")]
    [InlineData("décider", "décisions")]
    [InlineData("bénévolat", "bénévole")]
    [InlineData("bénévoles", "bénévolat")]
    [InlineData("création", "créer")]
    [InlineData("publié", "publication")]
    [InlineData("publiées", "publier")]
    [InlineData("adhésion", "adhérent")]
    [InlineData("adhérer", "adhésions")]
    [InlineData("formatrices", "formation")]
    // one thing, several names
    [InlineData("emailing", "e-mailing")]
    [InlineData("e-mailing", "emailing")]
    [InlineData("mailing", "e-mailings")]
    [InlineData("comptes rendus", "compte-rendu")]
    [InlineData("compte-rendu", "comptes rendus")]
    [InlineData("CR", "compte rendu")]
    [InlineData("visio-conférence", "visioconférence")]
    [InlineData("visioconférences", "visio")]
    [InlineData("AG", "assemblée générale")]
    [InlineData("assemblées générales", "AG")]
    [InlineData("A.G.", "assemblée générale")]
    [InlineData("PV", "procès-verbal")]
    [InlineData("procès-verbaux", "pv")]
    [InlineData("CA", "conseil d'administration")]
    [InlineData("le conseil d’administration", "CA")]
    [InlineData("newsletter", "lettre d’information")]
    // an acronym stands for its words
    [InlineData("AG", "assemblée")]
    [InlineData("assemblée générale", "assemblée")]
    // inclusive writing
    [InlineData("formateur.rice.s", "formateur")]
    [InlineData("formateur·rice·s", "formatrice")]
    [InlineData("adhérent·e·s", "adhérente")]
    [InlineData("adhérent·es", "adhérent")]
    [InlineData("citoyen-ne-s", "citoyenne")]
    [InlineData("citoyen-ne-s", "citoyens")]
    [InlineData("élu(e)s", "élus")]
    [InlineData("habitant(e)", "habitants")]
    [InlineData("usager/ère/s", "usagères")]
    [InlineData("sportif·ve·s", "sportives")]
    [InlineData("bénévole et animateur·ice", "animatrice")]
    [InlineData("président.e", "président")]
    // elision
    [InlineData("l'association", "associations")]
    [InlineData("d’habitants", "habitant")]
    public void A_document_is_found_by(string document, string query) => Finds(document, query).ShouldBeTrue(Explain(document, query));

    [Theory]
    [InlineData("Ça marche", "CA")]
    [InlineData("le cours de danse", "la cour de l'école")]
    [InlineData("la mairie", "le mari")]
    [InlineData("une réunion", "une région")]
    [InlineData("la gare", "la garde")]
    public void A_document_is_not_found_by(string document, string query) => Finds(document, query).ShouldBeFalse(Explain(document, query));

    [Theory]
    [InlineData("le la les des aux l'")]
    [InlineData("à été très même")]
    [InlineData("a ete tres meme")]
    [InlineData("· . - ( ) ' \u00A0")]
    [InlineData("")]
    public void Words_that_say_nothing_are_left_out(string text) => FrenchAnalyzer.Query(text).ShouldBeEmpty();

    [Fact]
    public void An_expression_with_synonyms_is_one_term_of_a_query()
        => FrenchAnalyzer.Query("préparer une assemblée générale").Select(term => term.Term).ShouldBe(["prepar", "=assembl-general"]);

    [Fact]
    public void A_repeated_word_is_one_term_of_a_query() => FrenchAnalyzer.Query("affiche affiches l'affiche").Count.ShouldBe(1);

    [Fact]
    public void A_text_is_found_by_any_part_of_itself()
        => Gen.OneOf(Gen.Int[0, Samples.Length - 1].Select(i => Samples[i]), Gen.String)
            .Array[1, 8]
            .Sample(words =>
            {
                var index = FrenchAnalyzer.Index(string.Join(" ", words)).Select(term => term.Term).ToHashSet();
                foreach (var term in FrenchAnalyzer.Query(string.Join(" ", words)))
                {
                    index.ShouldContain(term.Term);
                }
            });

    [Fact]
    public void Any_text_can_be_analyzed()
        => Gen.String.Sample(text =>
        {
            foreach (var term in FrenchAnalyzer.Index(text))
            {
                term.Term.Length.ShouldBeInRange(1, FrenchAnalyzer.MaxTermLength);
            }
        });

    [Fact]
    public void Folding_twice_changes_nothing()
        => Gen.String.Where(text => text.EnumerateRunes().All(rune => rune.Value != 0xFFFD)).Sample(text => FrenchText.Fold(FrenchText.Fold(text)).ShouldBe(FrenchText.Fold(text)));

    private static bool Finds(string document, string query)
    {
        var terms = FrenchAnalyzer.Query(query);
        var index = FrenchAnalyzer.Index(document).Select(term => term.Term).ToHashSet();
        return terms.Count > 0 && terms.All(term => index.Contains(term.Term));
    }

    private static string Explain(string document, string query)
        => $"[{string.Join(' ', FrenchAnalyzer.Index(document).Select(term => term.Term))}] by [{string.Join(' ', FrenchAnalyzer.Query(query).Select(term => term.Term))}]";
}
