using System.Security.Cryptography;
using System.Text;

namespace CapaCitoyenne.Mailing.Webhooks;

/// <summary>Stores a verified webhook call, once, on the host side, and has it merged.</summary>
internal sealed class WebhookInbox(
    IRepository<InboxEntry, Guid> entries, IBackgroundJobManager jobs, ICurrentTenant currentTenant, IGuidGenerator guidGenerator, IClock clock)
    : ITransientDependency
{
    public async Task StoreAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using (currentTenant.Change(null))
        {
            var hash = Convert.ToHexString(SHA256.HashData(body.Span));
            if (await entries.AnyAsync(e => e.Hash == hash, cancellationToken)) return;
            var entry = new InboxEntry(guidGenerator.Create(), hash, Encoding.UTF8.GetString(body.Span), clock.Now);
            await entries.InsertAsync(entry, autoSave: true, cancellationToken);
            await jobs.EnqueueAsync(new MergeEventsArgs(entry.Id), BackgroundJobPriority.High);
        }
    }
}

[BackgroundJobName("mailing.merge-events")]
internal sealed record MergeEventsArgs(Guid EntryId);
