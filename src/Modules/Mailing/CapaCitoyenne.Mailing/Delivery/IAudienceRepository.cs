using CapaCitoyenne.Mailing.Campaigns;

namespace CapaCitoyenne.Mailing.Delivery;

/// <summary>Who a campaign may be written to: in its lists, agreed to its purpose, not paused, not suppressed. One definition, for counting and for freezing.</summary>
internal interface IAudienceRepository
{
    Task<int> CountAsync(Campaign campaign, CancellationToken cancellationToken = default);

    /// <summary>Who would be written to, had they not asked for a pause; nobody where the statutes require the letter.</summary>
    Task<int> CountPausedAsync(Campaign campaign, CancellationToken cancellationToken = default);

    /// <summary>Those of <see cref="CountAsync"/> whose agreement comes from a file and from nowhere else. Letters that the statutes require need none.</summary>
    Task<int> CountNeverConfirmedAsync(Campaign campaign, CancellationToken cancellationToken = default);

    /// <summary>Who would be among them, but left an address in the sign-up form and has not confirmed it.</summary>
    Task<int> CountUnconfirmedAsync(Campaign campaign, CancellationToken cancellationToken = default);

    /// <summary>Whom a letter that the statutes require is for as well, but whose address is dead, blocked or was never confirmed; nobody otherwise.</summary>
    Task<int> CountUnreachableAsync(Campaign campaign, CancellationToken cancellationToken = default);

    /// <summary>Those of <see cref="CountAsync"/> who unsubscribed from everything, and are written to because the statutes require it; nobody otherwise.</summary>
    Task<int> CountUnsubscribedAsync(Campaign campaign, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes the next <paramref name="count"/> contacts into the ledger, in the order of their ids, <paramref name="size"/> a chunk, numbered from
    /// <paramref name="firstNumber"/>. Does nothing twice. Where the statutes require the letter, with those who cannot be reached.
    /// </summary>
    Task<FrozenTurn> FreezeAsync(Campaign campaign, int firstNumber, int size, int count, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes those newcomers of a list into the ledger who are not in it yet, as chunk <paramref name="chunkNumber"/>; returns how many. Only people
    /// who signed up themselves, never those who were imported or written down by somebody.
    /// </summary>
    Task<int> AddNewcomersAsync(Campaign campaign, Newcomers newcomers, int chunkNumber, int size, CancellationToken cancellationToken = default);
}

/// <summary>Who joined a list in that time, both ends included (UTC).</summary>
internal sealed record Newcomers(Guid ListId, DateTime From, DateTime To);

/// <param name="Cursor">The last contact that was written; the next turn starts after it.</param>
/// <param name="Chunks">By number; none when nobody is left.</param>
internal sealed record FrozenTurn(Guid Cursor, IReadOnlyList<FrozenChunk> Chunks);

internal sealed record FrozenChunk(int Number, int Count);
