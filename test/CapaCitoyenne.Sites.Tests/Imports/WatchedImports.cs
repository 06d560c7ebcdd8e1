using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>
/// The rows of imports, which tell when the importer is in the middle of a thing: inside of its transaction, with the change half made. A test that
/// breaks the work off there needs to watch no clock.
/// </summary>
[SuppressMessage("Performance", "CA1852:Seal internal types", Justification = "The proxy is made as its subclass")]
internal class WatchedImports : DispatchProxy
{
    private readonly HashSet<object?> _looked = [];
    private ISiteImportRepository _inner = null!;
    private Action<int> _inTheMiddleOf = null!;

    /// <param name="provider">Where the importer finds what it works with.</param>
    /// <param name="inTheMiddleOf">Told how many things were begun, this one included.</param>
    public static SiteImporter Importer(IServiceProvider provider, Action<int> inTheMiddleOf)
    {
        var imports = Create<ISiteImportRepository, WatchedImports>();
        var proxy = (WatchedImports)(object)imports;
        proxy._inner = provider.GetRequiredService<ISiteImportRepository>();
        proxy._inTheMiddleOf = inTheMiddleOf;
        return ActivatorUtilities.CreateInstance<SiteImporter>(provider, imports);
    }

    protected override object? Invoke(MethodInfo? method, object?[]? arguments)
    {
        // Read once to look at it, and once more to settle it.
        if (method!.Name == nameof(ISiteImportRepository.GetItemAsync) && !_looked.Add(arguments![1])) _inTheMiddleOf(_looked.Count);
        return method.Invoke(_inner, arguments);
    }
}
