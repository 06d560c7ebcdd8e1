namespace CapaCitoyenne.Sites.Media;

/// <summary>Pictures and documents that other modules, an import or the demonstration bring into the current space. Not on HTTP, no user permission.</summary>
[IntegrationService]
public interface IMediaIntegrationService : IApplicationService
{
    /// <summary>Checks, cleans and stores a file as an upload does, with its errors; one that the space has already is not stored twice.</summary>
    /// <returns>Its reference, <c>media:…</c>, for documents.</returns>
    Task<string> AddAsync(string fileName, byte[] content);
}
