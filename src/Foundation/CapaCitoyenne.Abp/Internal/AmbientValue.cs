namespace CapaCitoyenne.Abp.Internal;

/// <summary>An ambient value that flows with the asynchronous context and is put back by disposing.</summary>
internal sealed class AmbientValue<T>
{
    private readonly AsyncLocal<T?> _current = new();

    public T? Value => _current.Value;

    public IDisposable Change(T? value)
    {
        var previous = _current.Value;
        _current.Value = value;
        return new DisposeAction(() => _current.Value = previous);
    }
}

internal sealed class DisposeAction(Action action) : IDisposable
{
    private Action? _action = action;

    public void Dispose() => Interlocked.Exchange(ref _action, null)?.Invoke();
}
