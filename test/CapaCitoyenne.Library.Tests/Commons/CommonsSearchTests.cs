using System.Net;
using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.Library.Search;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Library.Commons;

/// <summary>On whichever database the run is for: the same terms and the same queries on both.</summary>
public sealed class CommonsSearchTests(HubFixture hub)
{
    private readonly string _word = LibraryTestData.Unique("")[1..];

    [Fact]
    public async Task A_word_in_the_title_counts_more_than_in_the_text()
    {
        await Shared($"Autre chose {_word}", body: "On y parle de trésorerie, beaucoup de trésorerie.");
        await Shared($"Tenir la trésorerie {_word}");

        (await Search($"trésorerie {_word}")).Select(Title).ShouldBe([$"Tenir la trésorerie {_word}", $"Autre chose {_word}"]);
    }

    [Theory]
    [InlineData("formateur.rice.s", "formatrice")]
    [InlineData("assemblée générale", "AG")]
    [InlineData("procès-verbal", "PV")]
    [InlineData("élues", "élu")]
    [InlineData("cœur", "coeur")]
    public async Task What_people_type_meets_what_is_written(string written, string typed)
    {
        await Shared($"Guide {_word}", body: $"Le mot est {written}.");

        (await Search($"{typed} {_word}")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_repetition()
    {
        for (var number = 1; number <= 7; number++)
        {
            await Shared($"Numéro {number} {_word}", body: number % 2 == 0 ? _word : "");
        }

        var seen = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await hub.NewBrowser().GetAsync<CommonsSearchResultDto>($"/api/library/commons-public?query={_word}&maxResultCount=3&cursor={cursor}");
            page.TotalCount.ShouldBe(7);
            seen.AddRange(page.Items.Select(Title));
            cursor = page.NextCursor;
        }

        seen.Count.ShouldBe(7);
        seen.Distinct().Count().ShouldBe(7);
    }

    [Fact]
    public async Task Facets_count_and_filter()
    {
        await Shared($"Un {_word}", themes: ["animation"]);
        await Shared($"Deux {_word}", themes: ["animation", "quartier"]);
        await Shared($"Trois {_word}", themes: ["quartier"], kind: GuideKind.Tool);

        var all = await hub.NewBrowser().Searches(_word);
        var some = await hub.NewBrowser().GetAsync<CommonsSearchResultDto>($"/api/library/commons-public?query={_word}&theme=quartier&kind=Tool");

        all.Themes.ShouldBe([new FacetDto("animation", 2), new FacetDto("quartier", 2)]);
        all.Kinds.ShouldBe([new FacetDto("Method", 2), new FacetDto("Tool", 1)]);
        some.Items.ShouldHaveSingleItem().Title.ShouldBe($"Trois {_word}");
    }

    [Fact]
    public async Task Guides_with_some_of_the_words_are_shown_when_none_has_all()
    {
        await Shared($"Le vélo {_word}");

        var result = await hub.NewBrowser().Searches($"vélo {_word} introuvablissime");

        result.IsPartial.ShouldBeTrue();
        result.Items.ShouldContain(guide => guide.Title == $"Le vélo {_word}");
    }

    [Fact]
    public async Task An_unknown_word_gets_a_near_one()
    {
        await Shared($"Fabriquer une marionnette {_word}");

        (await hub.NewBrowser().Searches("marionette")).DidYouMean.ShouldBe("marionnette");
    }

    [Fact]
    public async Task Only_the_first_two_unknown_words_are_corrected()
    {
        await Shared($"Une marionnette, une trottinette et une bicyclette {_word}");

        (await hub.NewBrowser().Searches("marionette trotinette biciclette")).DidYouMean.ShouldBe("marionnette trottinette biciclette");
    }

    [Fact]
    public async Task A_guide_is_cited_with_the_day_of_Paris()
    {
        await Shared($"Nuit blanche {_word}", time: new DateTime(2026, 6, 5, 22, 30, 0, DateTimeKind.Utc));

        var guide = await hub.NewBrowser().ReadsShared("/bibliotheque/" + Slugs.From($"Nuit blanche {_word}"));

        guide.Citation.ShouldContain("6 juin 2026");
    }

    [Fact]
    public async Task A_cursor_that_was_never_given_is_refused()
    {
        var answer = await hub.NewBrowser().SendAsync(HttpMethod.Get, "/api/library/commons-public?cursor=demain");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.CodeAsync()).ShouldBe(LibraryErrorCodes.CursorInvalid);
    }

    private async Task<List<CommonsGuideListItemDto>> Search(string query) => (await hub.NewBrowser().Searches(query)).Items;

    private static string Title(CommonsGuideListItemDto guide) => guide.Title;

    private Task Shared(string title, string body = "", List<string>? themes = null, GuideKind kind = GuideKind.Method, DateTime? time = null) => hub.InAsync(null, null, async provider =>
    {
        var repository = provider.GetRequiredService<ICommonsGuideRepository>();
        var guide = new CommonsGuide(Guid.CreateVersion7(), Slugs.From(title), Guid.NewGuid(), "Les Jardins", Guid.NewGuid(), 1, new GuideContent
        {
            Title = title,
            Aim = "Un guide de test.",
            Kind = kind,
            Language = "fr",
            Licence = "CC-BY-SA-4.0",
            Themes = GuideContent.Join(themes ?? []),
            Tags = "",
            Card = new GuideCard().ToJson(),
            Body = LibraryTestData.Body(body),
            AuthorName = "Awa",
        }, time ?? DateTime.UtcNow);
        await repository.InsertAsync(guide, autoSave: true);
        await repository.AddToIndexAsync(CommonsIndexer.Terms(guide, body), CommonsIndexer.Words(guide, body));
    });
}
