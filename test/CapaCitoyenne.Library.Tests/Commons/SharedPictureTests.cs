using System.Net;
using System.Text.RegularExpressions;
using CapaCitoyenne.Library.Curation;
using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.TestBase;
using Xunit;

namespace CapaCitoyenne.Library.Commons;

/// <summary>A hub of its own: its clock moves by months.</summary>
public sealed class PatientHub : HubFixture;

/// <summary>What a shared guide shows is copied to the hub, and lives there as long as readers find it.</summary>
public sealed partial class SharedPictureTests(PatientHub hub) : IClassFixture<PatientHub>
{
    private const string OnTheHub = "/media/00000000000000000000000000000000/";

    [Fact]
    public async Task Everybody_sees_the_pictures_of_a_shared_guide_whatever_its_space_does_with_its_own()
    {
        var space = await hub.Given.AnAssociation();
        var picture = await space.UploadsAPicture();
        await hub.RunJobsAsync();
        var (_, shared) = await space.Shares(await hub.ACurator(), Pictures.AGuideThatShows(picture));

        await space.Admin.DeleteAsync($"/api/sites/media/{picture.Id}?evenIfUsed=true");
        await space.Admin.PostAsync("/api/sites/media/empty-trash");
        var page = await hub.NewBrowser().Http.GetStringAsync(shared.Path);

        page.ShouldContain($"alt=\"{Pictures.Alt}\"");
        Addresses(page).ShouldNotBeEmpty();
        foreach (var address in Addresses(page))
        {
            address.ShouldStartWith(OnTheHub);
            var answer = await hub.NewBrowser().Http.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            answer.Content.Headers.ContentType!.MediaType!.ShouldStartWith("image/");
        }

        (await AnswerAsync(picture.Url)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_smaller_sizes_come_along_or_are_made()
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        var before = await space.UploadsAPicture();
        await hub.RunJobsAsync();
        var after = await space.UploadsAPicture();
        var input = Pictures.AGuideThatShows(before);
        input.Body = Pictures.Body(Pictures.Block("a", before), Pictures.Block("b", after));
        await space.Submits(await space.Writes(input));
        var proposed = await curator.GetAsync<GuideSubmissionDto>($"/api/library/guide-curation/{(await curator.Finds(input.Title)).Id}");

        await hub.RunJobsAsync();
        await curator.PublishesToAll(input.Title);
        var page = await hub.NewBrowser().Http.GetStringAsync((await space.Admin.Searches(input.Title)).Items.Single().Path);

        Addresses(proposed.BodyHtml).Count(address => address.EndsWith(".webp", StringComparison.Ordinal)).ShouldBe(1);
        var small = Addresses(page).Where(address => address.EndsWith(".webp", StringComparison.Ordinal)).ToList();
        small.Count.ShouldBe(2);
        foreach (var address in small) (await AnswerAsync(address)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_curator_sees_them_before_answering()
    {
        var space = await hub.Given.AnAssociation();
        var curator = await hub.ACurator();
        var guide = await space.Submits(await space.Writes(Pictures.AGuideThatShows(await space.UploadsAPicture())));

        var proposed = await curator.GetAsync<GuideSubmissionDto>($"/api/library/guide-curation/{(await curator.Finds(guide.Title)).Id}");

        Addresses(proposed.BodyHtml).ShouldAllBe(address => address.StartsWith(OnTheHub));
        (await AnswerAsync(Addresses(proposed.BodyHtml).First())).ShouldBe(HttpStatusCode.OK);
        guide.Body.ShouldNotContain(MediaUrns.In(proposed.Body).Single().ToString()); // the space keeps its own
    }

    [Fact]
    public async Task A_picture_without_description_is_asked_for_one_before_it_is_shared()
    {
        var space = await hub.Given.AnAssociation();
        var guide = await space.Writes(Pictures.AGuideThatShows(await space.UploadsAPicture(), alt: ""));

        var answer = await space.Admin.SendAsync(HttpMethod.Post, $"/api/library/guide/{guide.Id}/submit", new PublishGuideInput());

        (await answer.CodeAsync()).ShouldBe(LibraryErrorCodes.GuideBodyInvalid);
        (await space.Rereads(guide)).State.ShouldBe(GuideState.Draft);
    }

    [Fact]
    public async Task More_than_fifty_megabytes_are_not_shared()
    {
        var space = await hub.Given.AnAssociation();
        var reports = new List<MediaDto>();
        for (var i = 0; i < 3; i++) reports.Add(await space.Uploads(APdf(18 * 1024 * 1024), $"compte-rendu-{i}.pdf"));
        var input = LibraryTestData.AGuide(LibraryTestData.Unique("Trop lourd"));
        input.Body = LibraryTestData.Body(string.Join(' ', reports.Select(report => $"[compte rendu]({report.Urn})")));
        var guide = await space.Writes(input);

        var answer = await space.Admin.SendAsync(HttpMethod.Post, $"/api/library/guide/{guide.Id}/submit", new PublishGuideInput());

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.CodeAsync()).ShouldBe(LibraryErrorCodes.GuideMediaTooLarge);
    }

    [Fact]
    public async Task An_adaptation_has_pictures_of_its_own_which_stay_when_the_source_goes()
    {
        var curator = await hub.ACurator();
        var (_, shared) = await Shares(curator);
        var other = await hub.Given.AnAssociation();

        var copy = await other.Admin.PostAsync<GuideDto>("/api/library/guide/adapt", new AdaptGuideInput { Slug = shared.Slug });
        var again = await other.Admin.PostAsync<GuideDto>("/api/library/guide/adapt", new AdaptGuideInput { Slug = shared.Slug });
        await curator.PostAsync("/api/library/guide-curation/withdraw", new WithdrawCommonsGuideInput { Slug = shared.Slug, Reason = "À refaire." });
        var picture = await other.Admin.GetAsync<MediaDto>($"/api/sites/media/{MediaUrns.In(copy.Body).Single()}");

        copy.Body.ShouldContain(Pictures.Alt);
        picture.Url.ShouldContain(other.TenantId.ToString("N"));
        (await AnswerAsync(picture.Url)).ShouldBe(HttpStatusCode.OK);
        MediaUrns.In(again.Body).ShouldBe([picture.Id]); // one content, one file
        (await other.Admin.GetAsync<ListResultDto<MediaUsageDto>>($"/api/sites/media/{picture.Id}/usages")).Items.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_said_of_a_picture_comes_along_but_not_who_agreed_to_be_in_it()
    {
        var space = await hub.Given.AnAssociation();
        var picture = await space.UploadsAPicture();
        await space.Admin.PutAsync<MediaDto>($"/api/sites/media/{picture.Id}", new UpdateMediaInput
        {
            FileName = "repas.gif", Alt = "Des tables", Credit = "Awa Diallo", ConsentNote = "Accord écrit de Léa", FocusX = 10, ConcurrencyStamp = picture.ConcurrencyStamp,
        });
        var (_, shared) = await space.Shares(await hub.ACurator(), Pictures.AGuideThatShows(picture));
        var other = await hub.Given.AnAssociation();

        var copy = await other.Admin.PostAsync<GuideDto>("/api/library/guide/adapt", new AdaptGuideInput { Slug = shared.Slug });
        var copied = await other.Admin.GetAsync<MediaDto>($"/api/sites/media/{MediaUrns.In(copy.Body).Single()}");

        (copied.Alt, copied.Credit, copied.FocusX).ShouldBe(("Des tables", "Awa Diallo", 10));
        copied.ConsentNote.ShouldBeNull();
    }

    [Fact]
    public async Task A_page_that_is_open_keeps_its_pictures_for_a_month_after_a_new_version_went_without_them()
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        var picture = await space.UploadsAPicture();
        var (guide, shared) = await space.Shares(curator, Pictures.AGuideThatShows(picture));
        var address = Addresses(await hub.NewBrowser().Http.GetStringAsync(shared.Path)).First();

        guide = await space.Rewrites(guide, update => update.Body = LibraryTestData.Body("Sans image."));
        await space.Submits(guide);
        await curator.PublishesToAll(guide.Title);
        await hub.RunWorkerAsync("sites-media-trash");
        var soon = await AnswerAsync(address);
        hub.Wait(TimeSpan.FromDays(MediaConsts.TrashDays + 1));
        await hub.RunWorkerAsync("sites-media-trash");

        soon.ShouldBe(HttpStatusCode.OK);
        (await AnswerAsync(address)).ShouldBe(HttpStatusCode.NotFound);
        (await AnswerAsync(picture.Url)).ShouldBe(HttpStatusCode.OK); // the space's own
    }

    [Fact]
    public async Task A_new_version_that_shows_the_same_picture_shows_the_same_copy()
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        var picture = await space.UploadsAPicture();
        var (guide, shared) = await space.Shares(curator, Pictures.AGuideThatShows(picture));
        var before = Addresses(await hub.NewBrowser().Http.GetStringAsync(shared.Path));

        guide = await space.Rewrites(guide, update => update.Aim = "Manger ensemble.");
        await space.Submits(guide);
        await curator.PublishesToAll(guide.Title);
        hub.Wait(TimeSpan.FromDays(MediaConsts.TrashDays + 1));
        await hub.RunWorkerAsync("sites-media-trash");

        (await space.Admin.ReadsShared(shared.Path)).Body.ShouldBe(shared.Body);
        Addresses(await hub.NewBrowser().Http.GetStringAsync(shared.Path)).First().ShouldBe(before.First());
        (await AnswerAsync(before.First())).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pictures_of_a_withdrawn_guide_go_at_once(bool byCurator)
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        var picture = await space.UploadsAPicture();
        var (guide, shared) = await space.Shares(curator, Pictures.AGuideThatShows(picture));
        var address = Addresses(await hub.NewBrowser().Http.GetStringAsync(shared.Path)).First();

        if (byCurator) await curator.PostAsync("/api/library/guide-curation/withdraw", new WithdrawCommonsGuideInput { Slug = shared.Slug, Reason = "Une photo sans accord." });
        else await space.Admin.PostAsync($"/api/library/guide/{guide.Id}/archive");

        (await AnswerAsync(address)).ShouldBe(HttpStatusCode.NotFound);
        (await AnswerAsync(picture.Url)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_picture_that_another_shared_guide_shows_stays_when_one_is_withdrawn()
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        var picture = await space.UploadsAPicture();
        var (first, _) = await space.Shares(curator, Pictures.AGuideThatShows(picture));
        var (_, second) = await space.Shares(curator, Pictures.AGuideThatShows(picture));

        await space.Admin.PostAsync($"/api/library/guide/{first.Id}/archive");

        (await AnswerAsync(Addresses(await hub.NewBrowser().Http.GetStringAsync(second.Path)).First())).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_proposal_that_is_taken_back_leaves_nothing_and_proposed_again_it_is_whole()
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        var guide = await space.Submits(await space.Writes(Pictures.AGuideThatShows(await space.UploadsAPicture())));
        var address = await AddressAsync(curator, guide);

        await space.Admin.PostAsync($"/api/library/guide/{guide.Id}/take-back");
        await space.Submits(guide);
        hub.Wait(TimeSpan.FromDays(MediaConsts.TrashDays + 1));
        await hub.RunWorkerAsync("sites-media-trash");
        var whileProposed = await AnswerAsync(address);
        await space.Admin.SignInAsync(space.AdminEmail, TestSpace.Password);
        await space.Admin.PostAsync($"/api/library/guide/{guide.Id}/take-back");
        hub.Wait(TimeSpan.FromDays(MediaConsts.TrashDays + 1));
        await hub.RunWorkerAsync("sites-media-trash");

        whileProposed.ShouldBe(HttpStatusCode.OK);
        (await AnswerAsync(address)).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(TestSpace Space, CommonsGuideDto Shared)> Shares(HubClient curator)
    {
        var space = await hub.Given.AnAssociation();
        return (space, (await space.Shares(curator, Pictures.AGuideThatShows(await space.UploadsAPicture()))).Shared);
    }

    private static async Task<string> AddressAsync(HubClient curator, GuideDto guide)
        => Addresses((await curator.GetAsync<GuideSubmissionDto>($"/api/library/guide-curation/{(await curator.Finds(guide.Title)).Id}")).BodyHtml).First();

    private async Task<HttpStatusCode> AnswerAsync(string address) => (await hub.NewBrowser().Http.GetAsync(address)).StatusCode;

    private static byte[] APdf(int size)
    {
        var pdf = new byte[size];
        Array.Fill(pdf, (byte)' ');
        System.Text.Encoding.ASCII.GetBytes($"%PDF-1.4\n%{Guid.NewGuid()}\n").CopyTo(pdf, 0);
        "\n%%EOF\n"u8.CopyTo(pdf.AsSpan(size - 7));
        return pdf;
    }

    private static List<string> Addresses(string html) => [.. Address().Matches(html).Select(match => match.Value).Distinct()];

    [GeneratedRegex("/media/[0-9a-f]{32}/[0-9a-f]{32}/[a-z0-9.]+", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
