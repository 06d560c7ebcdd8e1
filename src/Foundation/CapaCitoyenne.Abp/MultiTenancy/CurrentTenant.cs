using CapaCitoyenne.Abp.Internal;

namespace CapaCitoyenne.Abp.MultiTenancy;

internal sealed class CurrentTenant : ICurrentTenant, ISingletonDependency
{
    private readonly AmbientValue<BasicTenantInfo> _current = new();

    public bool IsAvailable => Id.HasValue;

    public Guid? Id => _current.Value?.Id;

    public string? Name => _current.Value?.Name;

    public IDisposable Change(Guid? id, string? name = null) => _current.Change(new BasicTenantInfo(id, name));

    private sealed record BasicTenantInfo(Guid? Id, string? Name);
}
