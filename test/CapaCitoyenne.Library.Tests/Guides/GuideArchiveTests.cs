using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using CapaCitoyenne.Sites;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Library.Guides;

/// <summary>All guides of a space as one archive, and back.</summary>
public sealed class GuideArchiveTests(HubFixture hub)
{
    private const string Path = "/api/library/guide/archive";

    [Fact]
    public async Task An_archive_holds_each_guide_as_Markdown_and_the_pictures_that_they_show()
    {
        var space = await hub.Given.AnAssociation();
        var picture = await space.UploadsAPicture();
        await space.UploadsAPicture(); // that no guide shows
        var input = Pictures.AGuideThatShows(picture);
        (input.Title, input.Aim) = ("Repas de rue", "Manger ensemble.");
        await space.Writes(input);
        await space.Writes(input);
        await space.Writes(LibraryTestData.AGuide("Tenir un stand"));

        using var archive = await ReadAsync(space.Admin);
        var guide = archive.Text("repas-de-rue.md");
        var file = archive.Entries.Single(entry => entry.FullName.StartsWith("medias/", StringComparison.Ordinal));

        archive.Entries.Select(entry => entry.FullName).ShouldBe(["LISEZ-MOI.txt", "repas-de-rue.md", "repas-de-rue-2.md", "tenir-un-stand.md", file.FullName]);
        guide.ShouldStartWith("---\ntitre: \"Repas de rue\"\nobjectif: \"Manger ensemble.\"\n");
        guide.ShouldContain(Pictures.Alt);
        guide.ShouldContain(file.FullName);
        guide.ShouldNotContain(MediaUrns.Prefix);
        file.Bytes().ShouldBe(await space.Admin.Http.GetByteArrayAsync(picture.Url));
    }

    [Fact]
    public async Task What_leaves_one_space_arrives_in_another_with_its_pictures()
    {
        var space = await hub.Given.AnAssociation();
        var guide = await space.Writes(Pictures.AGuideThatShows(await space.UploadsAPicture()));
        await space.Writes(LibraryTestData.AGuide("Tenir un stand"));
        var other = await hub.Given.AnAssociation();

        var imported = await SendAsync(other.Admin, await (await space.Admin.SendAsync(HttpMethod.Get, Path)).EnsureSuccess().Content.ReadAsByteArrayAsync());
        var arrived = (await other.Admin.GetAsync<Abp.Application.Dtos.PagedResultDto<GuideListItemDto>>("/api/library/guide")).Items;
        var copy = await other.Admin.GetAsync<GuideDto>($"/api/library/guide/{arrived.Single(one => one.Title == guide.Title).Id}");
        var picture = await other.Admin.GetAsync<MediaDto>($"/api/sites/media/{MediaUrns.In(copy.Body).Single()}");

        (await imported.EnsureSuccess().ReadAsync<ImportedGuidesDto>()).Count.ShouldBe(2);
        arrived.Count.ShouldBe(2);
        (copy.Aim, copy.Licence, copy.State).ShouldBe((guide.Aim, guide.Licence, GuideState.Draft));
        copy.Tags.ShouldBe(guide.Tags);
        copy.Card.Steps.Count.ShouldBe(guide.Card.Steps.Count);
        copy.Body.ShouldContain(Pictures.Alt);
        picture.FileName.ShouldBe("repas.jpg");
        (await other.Admin.Http.GetAsync(picture.Url)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Forty_guides_come_in_one_archive()
    {
        var space = await hub.Given.AnAssociation();
        for (var i = 0; i < 41; i++) await space.Writes(LibraryTestData.AGuide($"Guide numéro {i}"));

        using var archive = await ReadAsync(space.Admin);

        archive.Entries.Count(entry => entry.Name.EndsWith(".md", StringComparison.Ordinal)).ShouldBe(41);
    }

    [Fact]
    public async Task A_bad_file_of_an_archive_is_named_and_nothing_of_it_is_kept()
    {
        var space = await hub.Given.AnAssociation();

        var answer = await SendAsync(space.Admin, ZipFiles.Of(("bon.md", "# Bon\n\nTexte."), ("mauvais.md", "---\nduree: jamais\n---\nTexte.")));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("mauvais.md");
        (await space.Admin.GetAsync<Abp.Application.Dtos.PagedResultDto<GuideListItemDto>>("/api/library/guide")).TotalCount.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_no_archive_or_holds_no_guide_is_refused_in_words()
    {
        var space = await hub.Given.AnAssociation();

        (await (await SendAsync(space.Admin, "# Bonjour"u8.ToArray())).CodeAsync()).ShouldBe(SitesTransferErrorCodes.ImportArchiveUnreadable);
        (await (await SendAsync(space.Admin, [])).CodeAsync()).ShouldBe(SitesTransferErrorCodes.ImportArchiveUnreadable);
        (await (await SendAsync(space.Admin, ZipFiles.Of(("notes.txt", "Rien.")))).CodeAsync()).ShouldBe(LibraryErrorCodes.ArchiveWithoutGuide);
        (await (await SendAsync(space.Admin, ZipFiles.Of(("bombe.md", new string('a', 5_000_000))))).CodeAsync()).ShouldBe(SitesTransferErrorCodes.ImportArchiveUnsafe);
    }

    [Fact]
    public async Task Members_who_do_not_write_take_no_archive_away()
    {
        var space = await hub.Given.AnAssociation();
        var (member, _) = await hub.AMember(space, "member");

        (await member.SendAsync(HttpMethod.Get, Path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(member, ZipFiles.Of(("bon.md", "# Bon")))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<ZipArchive> ReadAsync(HubClient browser)
    {
        var answer = (await browser.SendAsync(HttpMethod.Get, Path)).EnsureSuccess();
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("guides.zip");
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
    }

    private static Task<HttpResponseMessage> SendAsync(HubClient browser, byte[] zip)
    {
        var file = new ByteArrayContent(zip) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } };
        return browser.SendAsync(HttpMethod.Post, Path, new MultipartFormDataContent { { file, "file", "guides.zip" } });
    }
}
