namespace CapaCitoyenne.Mailing.Delivery;

/// <param name="Key">See <see cref="SendingPace.Key"/>.</param>
/// <param name="Time">How long the batch keeps the next one waiting; zero where no rate is set.</param>
internal sealed record PaceCost(string Key, TimeSpan Time);

/// <summary>The token buckets, shared by all processes.</summary>
internal interface IPaceRepository
{
    /// <summary>Pays for one batch in all buckets, or in none: the transaction is rolled back then.</summary>
    /// <returns>Null when the batch may go, otherwise when to come back.</returns>
    Task<DateTime?> TakeAsync(IReadOnlyCollection<PaceCost> costs, DateTime now, CancellationToken cancellationToken = default);

    /// <summary>Closes a bucket until a time: the provider asked to wait.</summary>
    Task CloseAsync(string key, DateTime until, CancellationToken cancellationToken = default);
}
