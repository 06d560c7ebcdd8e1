namespace CapaCitoyenne.Mailing.Measurement;

internal interface ILetterCounterRepository : IRepository<LetterCounter, Guid>
{
    /// <summary>Who of a batch that is about to be handed over agrees to be counted.</summary>
    Task<List<Guid>> GetAgreeingAsync(Guid campaignId, int chunkNumber, CancellationToken cancellationToken = default);

    /// <summary>To how many people who agreed a letter was handed over.</summary>
    Task<int> CountPeopleAsync(Guid campaignId, CancellationToken cancellationToken = default);

    /// <summary>Adds to counters of any spaces, some hundreds a statement; those that are not there any more are passed over.</summary>
    Task AddAsync(IReadOnlyCollection<KeyValuePair<Guid, int>> counts);
}
