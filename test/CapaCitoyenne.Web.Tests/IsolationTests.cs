using System.IO.Compression;
using System.Text.RegularExpressions;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Web.Tests;

/// <summary>
/// What is one association's stays its own, for every route of the API document: a new route cannot escape, since the list comes from the document.
/// </summary>
public sealed partial class IsolationTests(HubFixture hub)
{
    /// <summary>Ending the session would end the test; nothing of a space is in it.</summary>
    private static readonly string[] SessionRoutes = ["/api/associations/session", "/api/associations/session/language"];

    private async Task<List<ApiRoute>> PrivateRoutesAsync()
        => [.. (await ApiDocument.ReadAsync(hub)).Routes.Where(route => !route.IsAnonymous && !SessionRoutes.Contains(route.Path))];

    [Fact]
    public async Task An_anonymous_caller_gets_nothing_from_any_private_route()
    {
        var space = await hub.Given.AnAssociation();
        var stranger = hub.NewBrowser();
        stranger.Space = space.Slug;

        await NobodyGetsThroughAsync(stranger, await IdsOfAsync(space));
    }

    [Fact]
    public async Task The_admin_of_another_association_gets_nothing_by_naming_this_space()
    {
        var space = await hub.Given.AnAssociation();
        var neighbour = await hub.Given.AnAssociation();
        neighbour.Admin.Space = space.Slug;

        // Leaving a space one is not in, and asking for one's own confirmation mail, say nothing of the space.
        await NobodyGetsThroughAsync(neighbour.Admin, await IdsOfAsync(space), route => route.Permissions is ["signed in"]);
    }

    [Fact]
    public async Task The_admin_of_another_association_gets_nothing_by_using_this_ones_ids_at_home()
    {
        var space = await hub.Given.AnAssociation();
        var ids = await IdsOfAsync(space);
        var before = await EverythingAsync(space);
        var neighbour = await hub.Given.AnAssociation();

        var document = await ApiDocument.ReadAsync(hub);
        var through = new List<string>();
        foreach (var route in (await PrivateRoutesAsync()).Where(route => route.HasId))
        {
            foreach (var id in ids.GetValueOrDefault(route.Noun, [Guid.NewGuid()]))
            {
                var response = await neighbour.Admin.SendAsync(route.Method, route.With(id, neighbour.Slug), document.Body(route, id));
                if (response.IsSuccessStatusCode || (int)response.StatusCode >= 500)
                {
                    through.Add($"{route} → {(int)response.StatusCode}");
                }
            }
        }

        through.Distinct().ShouldBeEmpty();
        (await EverythingAsync(space)).ShouldBe(before, "A neighbour has changed something.");
    }

    private async Task NobodyGetsThroughAsync(HubClient caller, Dictionary<string, List<Guid>> ids, Func<ApiRoute, bool>? except = null)
    {
        var document = await ApiDocument.ReadAsync(hub);
        var through = new List<string>();
        foreach (var route in (await PrivateRoutesAsync()).Where(route => except?.Invoke(route) != true))
        {
            var id = ids.GetValueOrDefault(route.Noun, [Guid.NewGuid()])[0];
            var response = await caller.SendAsync(route.Method, route.With(id, caller.Space!), document.Body(route, id));
            if ((int)response.StatusCode is not (401 or 403 or 404))
            {
                through.Add($"{route} → {(int)response.StatusCode}");
            }
        }

        through.ShouldBeEmpty();
    }

    /// <summary>All ids that the space's own admin is shown, by noun.</summary>
    private async Task<Dictionary<string, List<Guid>>> IdsOfAsync(TestSpace space)
    {
        var ids = new Dictionary<string, List<Guid>>();
        foreach (var route in (await PrivateRoutesAsync()).Where(IsPlainGet))
        {
            var response = await space.Admin.SendAsync(route.Method, route.Path);
            if (response.IsSuccessStatusCode)
            {
                var found = Ids().Matches(await response.Content.ReadAsStringAsync()).Select(match => Guid.Parse(match.Groups[1].Value)).Distinct().Take(3).ToList();
                if (found.Count > 0)
                {
                    ids[route.Noun] = found;
                }
            }
        }

        ids.ShouldNotBeEmpty("A new space has pages, a list and a member: their ids are what the neighbour tries.");
        return ids;
    }

    private async Task<string> EverythingAsync(TestSpace space)
    {
        var everything = new List<string>();
        foreach (var route in (await PrivateRoutesAsync()).Where(IsPlainGet))
        {
            var response = await space.Admin.SendAsync(route.Method, route.Path);
            everything.Add($"{route}: {await TextAsync(response.Content)}");
        }

        return string.Join('\n', everything.Where(line => !line.Contains("traceId", StringComparison.Ordinal)));
    }

    private static async Task<string> TextAsync(HttpContent content)
    {
        if (content.Headers.ContentType?.MediaType != "application/zip") return await content.ReadAsStringAsync();
        // Entries carry the time at which they were packed.
        await using var zip = new ZipArchive(await content.ReadAsStreamAsync());
        return string.Join(", ", zip.Entries.Select(entry => $"{entry.FullName} {entry.Crc32:x8}"));
    }

    private static bool IsPlainGet(ApiRoute route) => route.Method == HttpMethod.Get && !route.Path.Contains('{', StringComparison.Ordinal)
        && !route.Path.EndsWith("/progress", StringComparison.Ordinal);

    [GeneratedRegex("\"id\":\\s?\"([0-9a-f-]{36})\"", RegexOptions.None, 1000)]
    private static partial Regex Ids();
}
