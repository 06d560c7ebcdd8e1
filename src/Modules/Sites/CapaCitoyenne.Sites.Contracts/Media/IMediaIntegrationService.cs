namespace CapaCitoyenne.Sites.Media;

/// <summary>
/// Pictures and documents that other modules, an import or the demonstration bring into the current space, copy from it, or read. Not on HTTP, no
/// user permission.
/// </summary>
[IntegrationService]
public interface IMediaIntegrationService : IApplicationService
{
    /// <summary>Checks, cleans and stores a file as an upload does, with its errors; one that the space has already is not stored twice.</summary>
    /// <returns>Its reference, <c>media:…</c>, for documents.</returns>
    Task<string> AddAsync(string fileName, byte[] content);

    /// <summary>Those of the files that are there and in no trash.</summary>
    Task<List<MediaFileInfo>> GetListAsync(IReadOnlyCollection<Guid> ids);

    /// <summary>Its bytes as they are kept; null when it is not there.</summary>
    Task<Stream?> OpenAsync(Guid id);

    /// <summary>
    /// Copies the files that a document names from the current space to another one, with the sizes of pictures and what is said of them, but
    /// for who agreed to be in them. What is there already is not stored twice; what lies in the trash there comes out of it.
    /// </summary>
    /// <param name="document">Any text with <c>media:…</c> references.</param>
    /// <param name="to">The space; null: the hub.</param>
    /// <returns>The text with references to the copies. A file that is not there keeps its reference, which leads nowhere.</returns>
    /// <exception cref="BusinessException">MediaQuotaExceeded, HubMediaQuotaExceeded: there is no room where they go.</exception>
    Task<string> CopyAsync(string document, Guid? to);

    /// <summary>
    /// Puts those of the files into the trash that no <see cref="IShowsMedia"/> shows any more, as it was saved last. Only for files that are
    /// nobody's own: copies.
    /// </summary>
    /// <param name="forGood">Removes them at once, bytes included: nobody shall see them any more.</param>
    Task ReleaseAsync(IReadOnlyCollection<Guid> ids, bool forGood = false);
}

/// <param name="Name">One that no other file of the space has, for a folder: <c>0a1b2c3d4e5f-repas-de-rue.jpg</c>.</param>
/// <param name="Size">Bytes.</param>
public sealed record MediaFileInfo(Guid Id, string Name, long Size);
