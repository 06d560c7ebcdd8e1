using System.Net;
using System.Text.RegularExpressions;
using CapaCitoyenne.Abp.Http;
using Microsoft.Extensions.Caching.Memory;

namespace CapaCitoyenne.Mailing.Campaigns;

/// <summary>
/// Asks the addresses outside of the site that a letter links to whether they are there: HEAD, never into this machine or its network, at most
/// <see cref="MaxLinks"/> of them, five seconds each, four at a time; an answer counts for ten minutes.
/// </summary>
internal sealed partial class LinkChecker(CampaignRenderer renderer, IHttpClientFactory clients, IMemoryCache cache) : ITransientDependency
{
    public const int MaxLinks = 30;
    private const int AtATime = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    /// <summary>The addresses that lead nowhere, as they stand in the letter.</summary>
    public async Task<List<string>> FindDeadAsync(Campaign campaign, CancellationToken cancellationToken = default)
    {
        var letter = await renderer.RenderAsync(campaign);
        var own = (await renderer.GetSenderAsync(campaign)).SiteUrl + "/";
        var links = Links().Matches(letter.Html).Select(match => WebUtility.HtmlDecode(match.Groups["address"].Value))
            .Where(address => !address.StartsWith(own, StringComparison.OrdinalIgnoreCase)).Distinct().Take(MaxLinks).ToList();
        var dead = new bool[links.Count];
        await Parallel.ForAsync(0, links.Count, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken }, async (i, token) =>
            dead[i] = await cache.GetOrCreateAsync("letter-link " + links[i], entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = Memory;
                entry.Size = 1;
                return IsDeadAsync(links[i], token);
            }));
        return [.. links.Where((_, i) => dead[i])];
    }

    /// <summary>Only what is certain: no such page, no such host, or an address inside. Whoever is slow, or wants no machines, is alive.</summary>
    private async Task<bool> IsDeadAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0) return true;
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, uri);
            using var response = await clients.CreateClient(OutsideHttp.ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, time.Token);
            return response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }

    [GeneratedRegex("href=\"(?<address>https?://[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();
}
