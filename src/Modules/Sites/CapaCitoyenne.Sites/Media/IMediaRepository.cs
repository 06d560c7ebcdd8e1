namespace CapaCitoyenne.Sites.Media;

/// <param name="Words">All of them must be found; see <see cref="Addresses.Slug.Fold"/>.</param>
/// <param name="Before">Only what is older than this file.</param>
internal sealed record MediaQuery(IReadOnlyList<string> Words, MediaKind? Kind, bool IsTrash, Guid? Before);

/// <summary>What the blobs of a file are named after; see <see cref="MediaFile"/>.</summary>
internal sealed record MediaContent(string Hash, string ContentType, string VariantWidths, string FormerText);

internal interface IMediaRepository : IRepository<MediaFile, Guid>
{
    /// <summary>Newest first.</summary>
    Task<List<MediaFile>> GetPageAsync(MediaQuery query, int count);

    /// <summary>Those of which no use is noted; newest first.</summary>
    Task<List<MediaFile>> GetUnusedPageAsync(MediaQuery query, int count);

    Task<MediaFile?> FindTrashedAsync(Guid id);

    /// <summary>Bytes of all files, and of those in the trash.</summary>
    Task<(long Used, long Trash)> SumSizesAsync();

    /// <param name="before">Only what was put there before (UTC); null: everything.</param>
    Task<List<MediaFile>> GetTrashAsync(DateTime? before);

    /// <summary>What the files of the space are made of, the trash included.</summary>
    Task<List<MediaContent>> GetContentsAsync();

    /// <summary>Removes the rows.</summary>
    Task PurgeAsync(IReadOnlyCollection<Guid> ids);

    /// <summary>Those that are made of these bytes, in the trash or not; one for each.</summary>
    Task<Dictionary<string, MediaFile>> GetByHashAsync(IReadOnlyCollection<string> hashes);

    /// <summary>Those of the files of which no use is noted.</summary>
    Task<List<MediaFile>> GetUnusedAsync(IReadOnlyCollection<Guid> ids);

    /// <summary>Saves a file as it is: whoever puts it into the trash at the same time meets a conflict.</summary>
    Task TouchAsync(MediaFile file);

    /// <summary>The spaces (null: the hub) that have something in the trash since before that time (UTC).</summary>
    Task<List<Guid?>> GetSpacesWithTrashAsync(DateTime before);
}
