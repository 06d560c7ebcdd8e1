namespace CapaCitoyenne.Sites.Documents;

/// <summary>
/// Answers for one kind of URN in documents, <c>course:</c> or <c>guide:</c>, so that cards and links show its present title. Found by
/// convention (<c>…ReferenceProvider</c>).
/// </summary>
[CollectedService]
public interface IReferenceProvider : ITransientDependency
{
    /// <summary>What stands before the colon.</summary>
    string Scheme { get; }

    /// <summary>Where it stands on the hub. Also of what is not there any more: the hub's own page says so then.</summary>
    string PathOf(string name);

    /// <summary>What readers may see of those names, in any order; names that are not there or not for readers are left out. One query, whatever the number.</summary>
    /// <param name="names">What stands after the colon, each once.</param>
    Task<List<ReferencedItem>> FindAsync(IReadOnlyList<string> names);
}

/// <summary>What a URN stands for.</summary>
/// <param name="Name">As it was asked for.</param>
/// <param name="Summary">One or two sentences.</param>
/// <param name="Minutes">How long it takes.</param>
public sealed record ReferencedItem(string Name, string Title, string? Summary = null, int? Minutes = null);
