using CapaCitoyenne.Abp;
using CsCheck;

namespace CapaCitoyenne.Library.Guides;

public sealed class GuideMarkdownTests
{
    private const string File = """
        ---
        titre: Animer un world café
        objectif: "Faire parler tout le monde : même les timides"
        type: méthode
        thèmes: [animation, démocratie]
        étiquettes: intelligence collective, débat
        participants: 12 à 60
        durée: 2 h 30
        difficulté: facile
        coût: gratuit
        matériel:
          - nappes en papier
          - feutres
        déroulé:
          - Accueillir et expliquer (15 min)
          - Changer de table
        ---

        # Animer un world café

        ## Pourquoi

        Parce que « tout le monde » a *quelque chose* à dire.
        """;

    [Fact]
    public void A_file_gives_the_card_and_the_body()
    {
        var (guide, body) = GuideMarkdown.Read(File);

        guide.Title.ShouldBe("Animer un world café");
        guide.Aim.ShouldBe("Faire parler tout le monde : même les timides");
        guide.Kind.ShouldBe(GuideKind.Method);
        guide.Themes.ShouldBe(["animation", "democratie"]);
        guide.Tags.ShouldBe(["intelligence collective", "débat"]);
        guide.Card!.AudienceMin.ShouldBe(12);
        guide.Card.AudienceMax.ShouldBe(60);
        guide.Card.DurationMinutes.ShouldBe(150);
        guide.Card.Difficulty.ShouldBe(GuideDifficulty.Easy);
        guide.Card.CostEuros.ShouldBe(0);
        guide.Card.Material.ShouldBe(["nappes en papier", "feutres"]);
        guide.Card.Steps.Select(step => (step.Text, step.Minutes)).ShouldBe([("Accueillir et expliquer", 15), ("Changer de table", null)]);
        body.Trim().ShouldBe("## Pourquoi\n\nParce que « tout le monde » a *quelque chose* à dire.");
    }

    [Fact]
    public void A_file_without_front_matter_takes_its_title_from_the_heading()
    {
        var (guide, body) = GuideMarkdown.Read("# Tenir une permanence\n\nUn jour par semaine.");

        guide.Title.ShouldBe("Tenir une permanence");
        body.ShouldBe("Un jour par semaine.");
    }

    [Fact]
    public void The_sample_guide_is_read()
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(folder, "CapaCitoyenne.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var (guide, _) = GuideMarkdown.Read(System.IO.File.ReadAllText(Path.Combine(folder, "etc", "samples", "guide-world-cafe.md")));

        guide.Card!.Steps.Sum(step => step.Minutes).ShouldBe(guide.Card.DurationMinutes);
        guide.Card.Pitfalls.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("---\ntitre: Un\ndurée: longtemps\n---\n", 3)]
    [InlineData("---\ntitre: Un\nparticipants: beaucoup\n---\n", 3)]
    [InlineData("---\ntitre: Un\nparticipants: 0\n---\n", 3)]
    [InlineData("---\ntitre: Un\nparticipants: 12 à 2147483647\n---\n", 3)]
    [InlineData("---\ntitre: Un\ndurée: 0 min\n---\n", 3)]
    [InlineData("---\ntitre: Un\ndurée: 2000 h\n---\n", 3)]
    [InlineData("---\ntitre: Un\ndurée: 99999999 h\n---\n", 3)]
    [InlineData("---\ntitre: Un\ncoût: 2000000\n---\n", 3)]
    [InlineData("---\ntitre: Un\nrelire avant: demain\n---\n", 3)]
    [InlineData("---\ntitre: Un\ntype: recette\n---\n", 3)]
    [InlineData("---\ntitre: Un\nincconu: x\n---\n", 3)]
    [InlineData("---\ntitre: Un\nthèmes: [a, b, c, d]\n---\n", 3)]
    [InlineData("---\ntitre: &a Un\nobjectif: *a\n---\n", 3)]
    [InlineData("---\ntitre: { un: { deux: trois } }\n---\n", 2)]
    [InlineData("---\ntitre: [Un\n---\n", 3)]
    [InlineData("---\ntitre: Un\n", 1)]
    [InlineData("Sans titre", 1)]
    public void A_mistake_is_told_with_its_line(string file, long line)
    {
        var error = Should.Throw<BusinessException>(() => GuideMarkdown.Read(file));

        error.Code.ShouldBe(LibraryErrorCodes.FrontMatterInvalid);
        error.Data["Line"].ShouldBe(line);
    }

    /// <summary>Read level by level on the stack, this would end the process and every space with it.</summary>
    [Fact]
    public void Sixty_thousand_brackets_are_a_mistake_in_the_second_line()
    {
        var error = Should.Throw<BusinessException>(() => GuideMarkdown.Read("---\ntitre: " + new string('[', 60_000) + "\n---\n"));

        error.Data["Line"].ShouldBe(2L);
    }

    [Fact]
    public void What_is_left_empty_is_not_said()
    {
        var (guide, _) = GuideMarkdown.Read("---\ntitre: Un\nobjectif:\ntype:\nlicence:\nauteur:\nparticipants:\ndurée:\ndifficulté:\ncoût:\nrelire avant:\nmatériel:\n---\n");

        var card = guide.Card.ShouldNotBeNull();
        (guide.Licence, guide.AuthorName, guide.ReviewBy).ShouldBe((null, null, null));
        (card.AudienceMin, card.AudienceMax, card.DurationMinutes, card.Difficulty, card.CostEuros).ShouldBe((null, null, null, null, null));
    }

    [Fact]
    public void An_open_number_of_people_is_written_with_a_plus()
    {
        var file = GuideMarkdown.Write(new GuideDto { Title = "Un", Card = new GuideCardDto { AudienceMin = 12 } }, "");

        var (guide, _) = GuideMarkdown.Read(file);

        file.ShouldContain("participants: \"12+\"");
        (guide.Card!.AudienceMin, guide.Card.AudienceMax).ShouldBe((12, null));
    }

    [Fact]
    public void Author_review_day_and_source_leave_with_the_guide()
    {
        var (guide, _) = GuideMarkdown.Read(GuideMarkdown.Write(new GuideDto
        {
            Title = "Un",
            AuthorName = "Odile Perrin",
            ReviewBy = new DateOnly(2027, 1, 31),
            Attributions =
            [
                new AttributionDto
                {
                    Path = "/bibliotheque/le-cafe-monde", Revision = 3, Licence = "CC-BY-4.0", Kind = AdaptationKind.Translated, Text = "Traduit de « Le café-monde ».",
                },
            ],
        }, ""));

        (guide.AuthorName, guide.ReviewBy).ShouldBe(("Odile Perrin", new DateOnly(2027, 1, 31)));
        (guide.Source.Slug, guide.Source.Revision, guide.Source.Licence, guide.Source.Kind, guide.Source.Attribution)
            .ShouldBe(("le-cafe-monde", 3, "CC-BY-4.0", AdaptationKind.Translated, "Traduit de « Le café-monde »."));
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var text = Gen.Char["abcdéèœ :\"'\\#-–[]{}&*!|>%@`0123 "].Array[1, 40].Select(chars => new string(chars).Trim()).Where(line => line.Length > 0);
        var line = text.Where(line => !line.EndsWith(')'));
        Gen.Select(text, text, line.List[0, 4], line.List[0, 4], Gen.Int[1, 600]).Sample((title, aim, material, steps, minutes) =>
        {
            var guide = new GuideDto
            {
                Title = title,
                Aim = aim,
                Kind = GuideKind.Tool,
                Language = "fr",
                Licence = "CC-BY-4.0",
                Card = new GuideCardDto
                {
                    AudienceMin = 3, DurationMinutes = minutes, Material = material, CostEuros = 12.5m,
                    Steps = steps.ConvertAll(step => new GuideStepDto { Text = step, Minutes = minutes }),
                },
            };

            var (read, body) = GuideMarkdown.Read(GuideMarkdown.Write(guide, "Un texte."));

            body.Trim().ShouldBe("Un texte.");
            read.Title.ShouldBe(title);
            read.Aim.ShouldBe(aim);
            read.Kind.ShouldBe(GuideKind.Tool);
            read.Card!.AudienceMax.ShouldBeNull();
            read.Card.DurationMinutes.ShouldBe(minutes);
            read.Card.CostEuros.ShouldBe(12.5m);
            read.Card.Material.ShouldBe(material);
            read.Card.Steps.Select(step => step.Text).ShouldBe(steps);
        }, iter: 300);
    }

    [Fact]
    public void Any_file_is_read_or_refused_with_our_own_error()
        => Gen.String.Sample(text =>
        {
            try
            {
                GuideMarkdown.Read("---\n" + text + "\n---\n# Titre\n" + text);
            }
            catch (BusinessException exception)
            {
                exception.Code.ShouldBe(LibraryErrorCodes.FrontMatterInvalid);
            }
        });
}
