namespace CapaCitoyenne.Sites.Media;

[IntegrationService]
internal sealed class MediaIntegrationService(MediaManager media) : SitesAppService, IMediaIntegrationService
{
    public async Task<string> AddAsync(string fileName, byte[] content) => (await media.AddAsync(fileName, new MemoryStream(content, writable: false))).ToDto().Urn;
}
