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

    public async Task<CampaignLinksDto> CheckAsync(Campaign campaign, CancellationToken cancellationToken = default)
    {
        var letter = await renderer.RenderAsync(campaign);
        var own = (await renderer.GetSenderAsync(campaign)).SiteUrl + "/";
        var links = Links().Matches(letter.Html).Select(match => WebUtility.HtmlDecode(match.Groups["address"].Value))
            .Where(address => !address.StartsWith(own, StringComparison.OrdinalIgnoreCase)).Distinct().Take(MaxLinks).ToList();
        var states = new LinkState[links.Count];
        await Parallel.ForAsync(0, links.Count, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken }, async (i, token) =>
            states[i] = await cache.GetOrCreateAsync("letter-link " + links[i], entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = Memory;
                entry.Size = 1;
                return LookAsync(links[i], token);
            }));
        return new CampaignLinksDto([.. links.Where((_, i) => states[i] == LinkState.Dead)], [.. links.Where((_, i) => states[i] == LinkState.Insecure)]);
    }

    /// <summary>Only what is certain: no such page, no such host, or an address inside. Whoever is slow, or wants no machines, is alive.</summary>
    private async Task<LinkState> LookAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0) return LinkState.Dead;
        if (await AskAsync(uri, cancellationToken) is HttpStatusCode.NotFound or HttpStatusCode.Gone) return LinkState.Dead;
        if (uri.Scheme != Uri.UriSchemeHttp || !uri.IsDefaultPort) return LinkState.Alive;
        var secure = await AskAsync(new UriBuilder(uri) { Scheme = Uri.UriSchemeHttps, Port = -1 }.Uri, cancellationToken);
        return secure is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices ? LinkState.Insecure : LinkState.Alive;
    }

    /// <returns>Null = no answer in time. Where nobody can be reached at all, it is as if the page were missing.</returns>
    private async Task<HttpStatusCode?> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, address);
            using var response = await clients.CreateClient(OutsideHttp.ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, time.Token);
            return response.StatusCode;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (HttpRequestException)
        {
            return HttpStatusCode.NotFound;
        }
    }

    private enum LinkState
    {
        Alive,
        Dead,
        /// <summary>Alive, and there is a safer way to the same place.</summary>
        Insecure,
    }

    /// <summary>The links of a letter's HTML that lead to the web, as they are written.</summary>
    [GeneratedRegex("href=\"(?<address>https?://[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex Links();
}
