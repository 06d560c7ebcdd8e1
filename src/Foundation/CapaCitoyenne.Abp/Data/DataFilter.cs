using System.Collections.Immutable;
using CapaCitoyenne.Abp.Internal;

namespace CapaCitoyenne.Abp.Data;

internal sealed class DataFilter : IDataFilter, ISingletonDependency
{
    private readonly AmbientValue<ImmutableHashSet<Type>> _disabled = new();

    public IDisposable Disable<TFilter>() where TFilter : class => _disabled.Change((_disabled.Value ?? []).Add(typeof(TFilter)));

    public bool IsEnabled<TFilter>() where TFilter : class => _disabled.Value?.Contains(typeof(TFilter)) != true;
}
