using System.Text;
using CapaCitoyenne.Sites.Imports.Ghost;
using CapaCitoyenne.Sites.Imports.Markdown;
using CapaCitoyenne.Sites.Imports.WordPress;
using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>Tells kinds of files apart by what is in them, and opens them. Names and declared types are not believed.</summary>
internal sealed class SourceReaders(IBlobContainer<ImportFiles> files, MediaQuota quota, IUnitOfWorkManager unitOfWorkManager) : ITransientDependency
{
    /// <summary>An export file in an archive, unpacked.</summary>
    private const long MaxUnpackedFile = 1024L * 1024 * 1024;

    /// <summary>Bytes of a file that the space may bring, packed or not: as much as its library may hold, and its texts.</summary>
    public async Task<long> GetMaxBytesAsync()
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        var room = await quota.GetMaxBytesAsync();
        await unitOfWork.CompleteAsync();
        return room + ArchiveLimits.TextBytes;
    }

    /// <exception cref="BusinessException">ImportFileUnknown, ImportFileUnreadable, ImportArchiveUnsafe.</exception>
    public async Task<SiteImportSource> RecogniseAsync(Stream stream)
    {
        stream.Position = 0;
        var head = new byte[4096];
        var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (head is [(byte)'P', (byte)'K', ..]) return RecogniseArchive(stream, await GetMaxBytesAsync());
        var text = Encoding.UTF8.GetString(head, 0, read).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.StartsWith('{')) return SiteImportSource.Ghost;
        return text.StartsWith('<') ? SiteImportSource.WordPress : throw new BusinessException(SitesTransferErrorCodes.ImportFileUnknown);
    }

    public async Task<SourceFile> OpenAsync(SiteImport import, CancellationToken cancellationToken)
    {
        var stream = await TemporaryFile.SeekableAsync(await files.GetAsync(import.BlobName, cancellationToken), cancellationToken);
        var isArchive = stream.ReadByte() == 'P';
        stream.Position = 0;
        var archive = isArchive ? SafeArchive.Open(stream, await GetMaxBytesAsync()) : null;
        return import.Source switch
        {
            SiteImportSource.WordPress => new WxrFile(archive is null ? stream : await ExtractAsync(archive, ".xml", cancellationToken)),
            SiteImportSource.Ghost => new GhostFile(archive is null ? stream : await ExtractAsync(archive, ".json", cancellationToken), archive),
            _ => new MarkdownArchive(archive ?? throw new BusinessException(SitesTransferErrorCodes.ImportFileUnknown)),
        };
    }

    private static SiteImportSource RecogniseArchive(Stream stream, long maxBytes)
    {
        using var archive = SafeArchive.Open(stream, maxBytes, leaveOpen: true);
        var names = archive.Names.ToList();
        if (names.Contains(ArchiveNames.Site)) return SiteImportSource.Archive;
        if (names.Exists(name => name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) && !names.Exists(IsMarkdown)) return SiteImportSource.Ghost;
        if (names.Exists(name => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) && !names.Exists(IsMarkdown)) return SiteImportSource.WordPress;
        return names.Exists(IsMarkdown) ? SiteImportSource.Markdown : throw new BusinessException(SitesTransferErrorCodes.ImportFileUnknown);
    }

    private static bool IsMarkdown(string name) => name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    private static async Task<Stream> ExtractAsync(SafeArchive archive, string ending, CancellationToken cancellationToken)
    {
        var name = archive.Names.Where(name => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)).OrderBy(name => name.Count(c => c == '/')).FirstOrDefault()
            ?? throw new BusinessException(SitesTransferErrorCodes.ImportFileUnknown);
        return await archive.ExtractAsync(name, MaxUnpackedFile, cancellationToken);
    }
}
