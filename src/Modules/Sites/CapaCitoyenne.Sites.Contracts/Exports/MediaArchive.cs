using System.IO.Compression;
using System.Text;
using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Sites.Exports;

/// <summary>
/// A zip archive that is written while it is sent: texts, and beside them, in one folder, the pictures and documents that they name. The folder
/// reads well without us; <see cref="MediaArchiveReader"/> reads it back.
/// </summary>
public sealed class MediaArchive : IAsyncDisposable
{
    /// <summary>Where pictures and documents lie.</summary>
    public const string Folder = "medias/";

    public const string ContentType = "application/zip";

    private readonly IMediaIntegrationService _media;
    private readonly HoldingStream _stream;
    private readonly ZipArchive _zip;
    private readonly Dictionary<Guid, string> _files = [];

    /// <param name="target">Where it goes; never searched in, left open.</param>
    /// <param name="media">The current space's.</param>
    public MediaArchive(Stream target, IMediaIntegrationService media)
    {
        _media = media;
        _stream = new HoldingStream(target);
        _zip = new ZipArchive(_stream, ZipArchiveMode.Create, leaveOpen: true);
    }

    /// <summary>Writes a text; what it names of the space's files is named by its place in the archive.</summary>
    /// <param name="name">In the archive, in no folder.</param>
    public async Task AddAsync(string name, string text, CancellationToken cancellationToken = default)
    {
        foreach (var file in await _media.GetListAsync(MediaUrns.In(text))) _files[file.Id] = Folder + file.Name;
        await using var entry = await _zip.CreateEntry(name, CompressionLevel.Optimal).OpenAsync(cancellationToken);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(MediaUrns.Replace(text, _files)), cancellationToken);
    }

    /// <summary>Writes the files that the texts name; call it last.</summary>
    public async Task AddMediaAsync(CancellationToken cancellationToken = default)
    {
        // Two rows of one content and one name are one file.
        foreach (var (id, name) in _files.DistinctBy(file => file.Value))
        {
            if (await _media.OpenAsync(id) is not { } content) continue;
            await using (content)
            {
                // Pictures are packed already.
                await using var entry = await _zip.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(cancellationToken);
                await content.CopyToAsync(entry, cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _zip.DisposeAsync();
        await _stream.FlushAsync();
        await _stream.DisposeAsync();
    }
}
