namespace CapaCitoyenne.Mailing.Contacts;

internal interface IContactHistoryRepository
{
    /// <summary>The newest first, after <paramref name="before"/>.</summary>
    /// <param name="ledgerIds">See <see cref="IContactRepository.GetLedgerIdsAsync"/>; the first is the contact's own.</param>
    /// <param name="before">Where the page before ended; null = the newest.</param>
    /// <param name="count">Events.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<List<ContactEvent>> GetPageAsync(IReadOnlyList<Guid> ledgerIds, HistoryCursor? before, int count, CancellationToken cancellationToken = default);
}

/// <summary>One thing that happened. <see cref="Key"/> is unique among those of one contact.</summary>
internal sealed record ContactEvent(ContactEventKind Kind, DateTime Time, string Key)
{
    public string? Name { get; init; }

    public Guid? CampaignId { get; init; }

    public string? State { get; init; }

    public string? Purpose { get; init; }

    public string? Method { get; init; }

    public string? Detail { get; init; }
}

internal sealed record HistoryCursor(DateTime Time, string Key)
{
    public static HistoryCursor? Decode(string? cursor) =>
        Cursors.Decode(cursor)?.Split('\n', 2) is [var ticks, var key] && long.TryParse(ticks, out var time) && time >= 0 && time <= DateTime.MaxValue.Ticks
            ? new(new DateTime(time, DateTimeKind.Utc), key)
            : null;

    public static string Encode(ContactEvent last) => Cursors.Encode(FormattableString.Invariant($"{last.Time.Ticks}\n{last.Key}"));
}
