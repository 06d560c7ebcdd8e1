using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.Imports;

/// <summary>What the space already knows about the addresses of a batch.</summary>
internal sealed record KnownContact(Guid Id, string NormalizedEmail, string? FirstName, string? LastName, string? Language, string? Notes)
{
    /// <summary>Whether something is missing here that the line has: a hand-made correction is never overwritten.</summary>
    public bool IsEnrichedBy(ImportLine line) =>
        Missing(FirstName, line.FirstName) || Missing(LastName, line.LastName) || Missing(Language, line.Language) || Missing(Notes, line.Notes);

    private static bool Missing(string? known, string? given) => string.IsNullOrEmpty(known) && !string.IsNullOrWhiteSpace(given);
}

internal sealed record ImportKnowledge(Dictionary<string, KnownContact> Contacts, HashSet<Guid> SuppressedKeys, ILookup<Guid, ConsentMark> Consents, HashSet<(Guid ContactId, Guid FieldId)> FieldKeys);

internal sealed record ImportReference(Guid TenantId, Guid Id);

/// <summary>A consent that was given once, whether it still stands or not.</summary>
internal readonly record struct ConsentMark(ConsentPurpose Purpose, bool IsActive);

internal interface IContactImportRepository : IRepository<ContactImport, Guid>
{
    Task<ImportKnowledge> LookUpAsync(IReadOnlyCollection<ImportLine> lines, IReadOnlyCollection<Guid> fieldIds, CancellationToken cancellationToken = default);

    Task WriteAsync(ImportBatch batch, CancellationToken cancellationToken = default);

    /// <summary>
    /// Tells PostgreSQL what the book holds now. It notices by itself a minute later; until then it plans for an empty book, and reads all of it for each
    /// thousand lines or recipients. SQLite plans without.
    /// </summary>
    Task RefreshStatisticsAsync(CancellationToken cancellationToken = default);

    /// <summary>Of all spaces: imports that were made before that time (UTC) and are not forgotten, the oldest first.</summary>
    Task<List<ImportReference>> GetForgettableAsync(DateTime before, int count, CancellationToken cancellationToken = default);

    Task ClearRefusedLinesAsync(Guid importId, CancellationToken cancellationToken = default);
}

/// <summary>What one batch writes.</summary>
internal sealed record ImportBatch(Guid? ListId, DateTime Now)
{
    public List<Contact> New { get; } = [];

    public List<(Guid Id, ImportLine Line)> Enriched { get; } = [];

    public List<Consent> Consents { get; } = [];

    /// <summary>Known contacts that the file says have left.</summary>
    public List<Guid> Left { get; } = [];

    /// <summary>Known contacts that are in the file and have not left: the association knows them, whatever became of a sign-up in its form.</summary>
    public List<Guid> Present { get; } = [];

    public List<Guid> Members { get; } = [];

    public List<ContactFieldValue> Values { get; } = [];

    /// <summary>Tags by name, as the file gives them; <see cref="Tagged"/> once they are known.</summary>
    public List<(string Name, Guid ContactId)> Tags { get; } = [];

    public HashSet<(Guid TagId, Guid ContactId)> Tagged { get; } = [];

    public List<Suppression> Suppressions { get; } = [];

    /// <summary>Known contacts whose address is dead.</summary>
    public List<Guid> Dead { get; } = [];

    public List<RefusedLine> Refused { get; } = [];
}
