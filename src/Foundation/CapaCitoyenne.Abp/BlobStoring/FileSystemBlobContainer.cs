using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Abp.BlobStoring;

/// <summary>Section <c>Blobs</c> of the configuration.</summary>
public sealed class AbpFileSystemBlobOptions
{
    /// <summary>Root folder; made when it is missing.</summary>
    public string BasePath { get; set; } = "data/blobs";
}

/// <summary>
/// Blobs as files: <c>{root}/{host | tenants/id}/{container}/{name}</c>. A file is written beside its place and moved there,
/// so that a reader never sees half of one.
/// </summary>
internal sealed partial class FileSystemBlobContainer<TContainer>(IOptions<AbpFileSystemBlobOptions> options, ICurrentTenant currentTenant)
    : IBlobContainer<TContainer> where TContainer : class
{
    private const int MaxNameLength = 200;

    public async Task SaveAsync(string name, Stream stream, bool overrideExisting = false, CancellationToken cancellationToken = default)
    {
        var path = PathOf(name);
        if (!overrideExisting && File.Exists(path))
        {
            throw new AbpException($"Blob {name} already exists.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true))
        {
            await stream.CopyToAsync(file, cancellationToken);
        }

        File.Move(temporary, path, overwrite: true);
    }

    public async Task<Stream> GetAsync(string name, CancellationToken cancellationToken = default)
        => await GetOrNullAsync(name, cancellationToken) ?? throw new BlobNotFoundException(name);

    public Task<Stream?> GetOrNullAsync(string name, CancellationToken cancellationToken = default)
    {
        var path = PathOf(name);
        return Task.FromResult<Stream?>(File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81920, useAsync: true)
            : null);
    }

    public Task<bool> ExistsAsync(string name, CancellationToken cancellationToken = default) => Task.FromResult(File.Exists(PathOf(name)));

    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        var path = PathOf(name);
        var exists = File.Exists(path);
        if (exists)
        {
            File.Delete(path);
        }

        return Task.FromResult(exists);
    }

    private string PathOf(string name)
    {
        if (name.Length is 0 or > MaxNameLength || !AllowedName().IsMatch(name) || name.Contains("..", StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{name}' is not a blob name.", nameof(name));
        }

        var owner = currentTenant.Id is { } tenantId ? Path.Combine("tenants", tenantId.ToString("D")) : "host";
        return Path.Combine(options.Value.BasePath, owner, BlobContainerNameAttribute.GetContainerName(typeof(TContainer)), name);
    }

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9._\-]*(/[A-Za-z0-9_][A-Za-z0-9._\-]*)*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AllowedName();
}
