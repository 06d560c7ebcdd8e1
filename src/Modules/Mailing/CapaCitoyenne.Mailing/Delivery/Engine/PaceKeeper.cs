using CapaCitoyenne.Mailing.Delivery.Transports;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Mailing.Delivery.Engine;

/// <summary>How fast may go what: a space, the domain that a letter comes from, the account at the provider.</summary>
internal sealed class PaceKeeper(IPaceRepository paces, IChunkRepository chunks, IUnitOfWorkManager unitOfWorkManager, IClock clock, IOptions<MailingOptions> options)
    : ITransientDependency
{
    /// <summary>Pays for a batch, or sends its space to wait.</summary>
    /// <returns>False when it must wait; the batch is ready again then.</returns>
    public async Task<bool> TryPayAsync(LeasedChunk chunk, IBulkMailTransport transport, OutgoingLetter letter, CancellationToken cancellationToken)
    {
        PaceCost[] costs =
        [
            new($"space:{chunk.TenantId:N}", CostOf(chunk, options.Value.SpaceRatePerMinute)),
            new($"domain:{letter.From.Address[(letter.From.Address.LastIndexOf('@') + 1)..].ToLowerInvariant()}", CostOf(chunk, options.Value.DomainRatePerMinute)),
            new(KeyOf(transport), CostOf(chunk, options.Value.ProviderRatePerMinute)),
        ];
        DateTime until;
        await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true))
        {
            if (await paces.TakeAsync(costs, clock.Now, cancellationToken) is not { } wait)
            {
                await unitOfWork.CompleteAsync(cancellationToken);
                return true;
            }

            until = wait;
        }

        await using var waiting = unitOfWorkManager.Begin(requiresNew: true);
        if (await chunks.MoveAsync(chunk, ChunkState.Leased, ChunkState.Ready, cancellationToken: cancellationToken))
        {
            await chunks.DelaySpaceAsync(chunk.TenantId, until, cancellationToken);
            await waiting.CompleteAsync(cancellationToken);
        }

        return false;
    }

    /// <summary>The provider asked the whole account to wait, whoever's batch it was. Inside the caller's transaction.</summary>
    public Task CloseAsync(IBulkMailTransport transport, DateTime until, CancellationToken cancellationToken)
        => paces.CloseAsync(KeyOf(transport), until, cancellationToken);

    private static string KeyOf(IBulkMailTransport transport) => $"provider:{transport.Name}";

    private static TimeSpan CostOf(LeasedChunk chunk, int ratePerMinute)
        => ratePerMinute <= 0 ? TimeSpan.Zero : TimeSpan.FromMinutes((double)chunk.RecipientCount / ratePerMinute);
}
