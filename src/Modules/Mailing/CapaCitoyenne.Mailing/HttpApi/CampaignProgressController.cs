using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Localization;
using CapaCitoyenne.Mailing.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.HttpApi;

/// <summary>Live progress as server-sent events.</summary>
[Authorize(MailingPermissions.Campaigns.Default)]
public class CampaignProgressController : AbpController
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>A look counts all recipients: it takes about a twentieth of the time at most, however many there are.</summary>
    private const int LookShare = 20;

    private static readonly TimeSpan LongestStream = TimeSpan.FromMinutes(10);

    /// <summary>Events named <c>progress</c>; closed when the campaign is over, or after ten minutes: the browser comes back by itself.</summary>
    [HttpGet("api/mailing/campaign/{id:guid}/progress")]
    [UnitOfWork(IsDisabled = true)]
    public async Task GetAsync(Guid id, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var progress = await ReadAsync(id, cancellationToken);
        Response.ContentType = "text/event-stream";
        Response.Headers.CacheControl = "no-cache";
        Response.Headers["X-Accel-Buffering"] = "no";
        var (last, look, pause) = ("", watch.Elapsed, ShortestPause);
        while (watch.Elapsed < LongestStream)
        {
            var data = JsonSerializer.Serialize(progress, Json);
            pause = data == last ? 2 * pause : ShortestPause;
            if (data != last)
            {
                await Response.WriteAsync($"event: progress\ndata: {data}\n\n", cancellationToken);
                await Response.Body.FlushAsync(cancellationToken);
                last = data;
            }

            if (progress.Status is CampaignStatus.Sent or CampaignStatus.Cancelled or CampaignStatus.Draft) return;
            if (pause < LookShare * look) pause = LookShare * look;
            if (pause > LongestPause) pause = LongestPause;
            await Task.Delay(pause, cancellationToken);
            var start = watch.Elapsed;
            progress = await ReadAsync(id, cancellationToken);
            look = watch.Elapsed - start;
        }
    }

    private async Task<CampaignProgressDto> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var services = HttpContext.RequestServices;
        // A unit of work of its own each time: no connection is held between two looks.
        await using var unitOfWork = UnitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        var campaign = await services.GetRequiredService<ICampaignRepository>().GetAsync(id, cancellationToken);
        var counts = await services.GetRequiredService<IDeliveryRepository>().CountByStateAsync(id, cancellationToken);
        return campaign.ToProgressDto(counts, services.GetRequiredService<IStringLocalizer<MailingResource>>());
    }
}
