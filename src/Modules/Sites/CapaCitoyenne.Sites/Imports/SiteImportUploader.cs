namespace CapaCitoyenne.Sites.Imports;

/// <summary>Takes a file in: tells what it is, and keeps it.</summary>
internal sealed class SiteImportUploader(ISiteImportRepository imports, SourceReaders readers, IBlobContainer<ImportFiles> files, IGuidGenerator guidGenerator) : ITransientDependency
{
    /// <inheritdoc cref="SourceReaders.GetMaxBytesAsync"/>
    public Task<long> GetMaxBytesAsync() => readers.GetMaxBytesAsync();

    /// <param name="content">Seekable.</param>
    /// <exception cref="BusinessException">ImportFileUnknown, ImportFileUnreadable, ImportArchiveUnsafe.</exception>
    public async Task<SiteImport> UploadAsync(string fileName, Stream content, CancellationToken cancellationToken)
    {
        var source = await readers.RecogniseAsync(content);
        // Ghost's export names its pictures and not where they are.
        var import = new SiteImport(guidGenerator.Create(), fileName, source, needsAddress: source == SiteImportSource.Ghost);
        content.Position = 0;
        await files.SaveAsync(import.BlobName, content, overrideExisting: true, cancellationToken);
        return await imports.InsertAsync(import, autoSave: true, cancellationToken);
    }
}
