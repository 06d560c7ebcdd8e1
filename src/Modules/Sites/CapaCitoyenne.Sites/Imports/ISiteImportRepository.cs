namespace CapaCitoyenne.Sites.Imports;

/// <summary>A row without what the file says of the thing.</summary>
internal sealed record ImportRow(int Number, SourceKind Kind, string SourceKey, string Title, SiteImportItemState State, Guid? TargetId, string? Trace);

internal interface ISiteImportRepository : IRepository<SiteImport, Guid>
{
    /// <summary>Holds the row until the transaction ends: those who start it at once come one after the other.</summary>
    Task HoldAsync(Guid id, CancellationToken cancellationToken = default);

    Task AddItemsAsync(IReadOnlyCollection<SiteImportItem> items, CancellationToken cancellationToken = default);

    Task ClearItemsAsync(Guid importId, CancellationToken cancellationToken = default);

    Task<SiteImportItem> GetItemAsync(Guid importId, int number, CancellationToken cancellationToken = default);

    /// <summary>Numbers of the things that wait, in the order of the work.</summary>
    Task<List<(int Number, SourceKind Kind)>> GetWaitingAsync(Guid importId, CancellationToken cancellationToken = default);

    /// <summary>What a thing of the same site became in other imports, the latest first; a few at most.</summary>
    Task<List<Guid>> FindEarlierTargetsAsync(SiteImport import, SourceKind kind, string key, CancellationToken cancellationToken = default);

    /// <summary>All rows, small.</summary>
    Task<List<ImportRow>> GetRowsAsync(Guid importId, CancellationToken cancellationToken = default);

    Task<List<SiteImportItem>> GetReportAsync(Guid importId, SiteImportItemState? state, int after, int maxResultCount, CancellationToken cancellationToken = default);

    /// <summary>Things of a kind with what the file says of them, in its order; those of one import.</summary>
    Task<List<SiteImportItem>> GetOfKindAsync(Guid importId, SourceKind kind, CancellationToken cancellationToken = default);
}
