using System.Collections.Frozen;
using CapaCitoyenne.Sites.Public;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Sites.Domains;

/// <summary>
/// All proven domains, in memory: which space a host belongs to. Read whole from the database, again when this process changed one and, for what
/// other processes did, when it is older than <see cref="MaxAge"/>: also for a name that is known, which may be another space's by now.
/// </summary>
internal sealed class DomainDirectory(IServiceScopeFactory scopes, PublicSiteCache cache, ILogger<DomainDirectory> logger) : ISingletonDependency, IDisposable
{
    /// <summary>Milliseconds.</summary>
    internal long MaxAge { get; init; } = 5_000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private FrozenDictionary<string, Guid>? _owners;
    private long _readAt;

    public void Dispose() => _gate.Dispose();

    /// <summary>The space of a host. A host that is not known is looked for in the database, once for all in five seconds.</summary>
    public async Task<Guid?> FindAsync(string host)
    {
        if (DomainName.OfHost(host) is not { } name) return null;
        if (Find(name) is { } known)
        {
            if (IsOld) _ = ReadQuietlyAsync();
            return known;
        }
        if (!IsOld) return null;
        await ReadAsync();
        return Find(name);
    }

    /// <summary>From memory, and from nothing else: unknown while nothing was read.</summary>
    public bool IsKnown(string name)
    {
        if (IsOld) _ = ReadQuietlyAsync();
        return Find(name) is not null;
    }

    /// <summary>Reads all domains; what was attached or detached shows from then on.</summary>
    public async Task ReadAsync(bool force = false)
    {
        await _gate.WaitAsync();
        try
        {
            if (!force && !IsOld) return;
            await using var scope = scopes.CreateAsyncScope();
            await using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: false);
            var owners = await scope.ServiceProvider.GetRequiredService<ISiteDomainRepository>().GetOwnersAsync();
            await unitOfWork.CompleteAsync();
            if (_owners is not null && (owners.Count != _owners.Count || owners.Any(owner => Find(owner.Key) != owner.Value))) cache.ForgetHosts();
            _owners = owners.ToFrozenDictionary(StringComparer.Ordinal);
            Volatile.Write(ref _readAt, Environment.TickCount64);
        }
        finally
        {
            _gate.Release();
        }
    }

    private bool IsOld => _owners is null || Environment.TickCount64 - Volatile.Read(ref _readAt) > MaxAge;

    private Guid? Find(string name) => _owners is { } owners && owners.TryGetValue(name, out var tenantId) ? tenantId : null;

    private async Task ReadQuietlyAsync()
    {
        try
        {
            await ReadAsync();
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "The domains of spaces could not be read; those in memory stay.");
        }
    }
}
