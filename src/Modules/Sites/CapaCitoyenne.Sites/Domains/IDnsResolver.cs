namespace CapaCitoyenne.Sites.Domains;

/// <summary>The name system, as far as domains of spaces need it.</summary>
internal interface IDnsResolver
{
    /// <returns>The TXT records; empty when the name has none; null when nobody answered, which proves nothing.</returns>
    Task<IReadOnlyList<string>?> FindTextsAsync(string name, CancellationToken cancellationToken = default);

    /// <returns>The addresses that a name ends at, over its aliases; null when nobody answered.</returns>
    Task<IReadOnlyList<string>?> FindAddressesAsync(string name, CancellationToken cancellationToken = default);
}
