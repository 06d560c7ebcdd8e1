using System.Reflection;

namespace CapaCitoyenne.Abp.BlobStoring;

[AttributeUsage(AttributeTargets.Class)]
public sealed class BlobContainerNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    public static string GetContainerName(Type type) => type.GetCustomAttribute<BlobContainerNameAttribute>()?.Name ?? type.FullName!;
}

/// <summary>Bytes by name, kept apart by tenant. Names: letters, digits, <c>. _ - /</c>, at most 200 characters, no <c>..</c>.</summary>
public interface IBlobContainer
{
    Task SaveAsync(string name, Stream stream, bool overrideExisting = false, CancellationToken cancellationToken = default);

    /// <exception cref="BlobNotFoundException">There is no such blob in this tenant.</exception>
    Task<Stream> GetAsync(string name, CancellationToken cancellationToken = default);

    Task<Stream?> GetOrNullAsync(string name, CancellationToken cancellationToken = default);

    Task<bool> ExistsAsync(string name, CancellationToken cancellationToken = default);

    Task<bool> DeleteAsync(string name, CancellationToken cancellationToken = default);
}

public interface IBlobContainer<TContainer> : IBlobContainer where TContainer : class;

public class BlobNotFoundException(string name) : AbpException($"There is no blob {name}.");
