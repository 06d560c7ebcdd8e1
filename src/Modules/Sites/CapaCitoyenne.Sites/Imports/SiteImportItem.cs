using System.Text.Json;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>One thing of an imported file: what it was, and what became of it.</summary>
internal sealed class SiteImportItem : Entity, IMultiTenant
{
    private SiteImportItem() { }

    public SiteImportItem(Guid importId, int number, SourceItem source)
    {
        ImportId = importId;
        Number = number;
        Kind = source.Kind;
        SourceKey = source.Key.Length <= SiteImportConsts.MaxKeyLength ? source.Key : source.Key[^SiteImportConsts.MaxKeyLength..];
        Title = Clip(source.Title);
        SourceJson = source.ToJson();
    }

    public Guid? TenantId { get; private set; }

    public Guid ImportId { get; private set; }

    /// <summary>From 1, in the order of the work.</summary>
    public int Number { get; private set; }

    public SourceKind Kind { get; private set; }

    /// <summary>What the file calls it; unique in a kind.</summary>
    public string SourceKey { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>All that the file says of it, as JSON, until it is taken in: a text is not kept twice.</summary>
    public string? SourceJson { get; private set; }

    public SiteImportItemState State { get; private set; }

    public string? Reason { get; private set; }

    public Guid? TargetId { get; private set; }

    public string? NotesJson { get; private set; }

    public int WordsIn { get; private set; }

    public int WordsOut { get; private set; }

    /// <summary>What later things need of it: the address of a picture, and the like.</summary>
    public string? TraceJson { get; private set; }

    public SourceItem Read() => SourceItem.FromJson(SourceJson!);

    public IReadOnlyList<ImportNote> Notes => NotesJson is null ? [] : JsonSerializer.Deserialize<List<ImportNote>>(NotesJson)!;

    public override object?[] GetKeys() => [ImportId, Number];

    /// <summary>Before the work: what it will be, and how others will find it.</summary>
    public void Prepare(Guid? targetId, string trace)
    {
        TargetId = targetId;
        TraceJson = trace;
    }

    public void Settle(ImportOutcome outcome)
    {
        State = outcome.State;
        Reason = outcome.Reason;
        TargetId = outcome.TargetId ?? (Kind.HasOwnId() ? TargetId : null);
        if (outcome.Notes.Count > 0) NotesJson = JsonSerializer.Serialize(outcome.Notes);
        WordsIn = outcome.WordsIn;
        WordsOut = outcome.WordsOut;
        TraceJson = outcome.Trace ?? TraceJson;
        // Included texts, menu entries and the look are looked at again when the rest is there.
        if (Kind is not (SourceKind.Pattern or SourceKind.MenuItem or SourceKind.Site)) SourceJson = null;
    }

    private static string Clip(string text)
    {
        text = new string([.. text.Where(c => !char.IsControl(c))]).Trim();
        return text.Length <= SiteImportConsts.MaxTitleLength ? text : text[..(char.IsHighSurrogate(text[SiteImportConsts.MaxTitleLength - 1]) ? SiteImportConsts.MaxTitleLength - 1 : SiteImportConsts.MaxTitleLength)];
    }
}

/// <summary>What became of a thing.</summary>
internal sealed record ImportOutcome(SiteImportItemState State, Guid? TargetId = null, string? Reason = null)
{
    public IReadOnlyList<ImportNote> Notes { get; init; } = [];
    public int WordsIn { get; init; }
    public int WordsOut { get; init; }
    public string? Trace { get; init; }
    public bool IsPublished { get; init; }

    public static ImportOutcome LeftOut(string reason, params ImportNote[] notes) => new(SiteImportItemState.LeftOut, null, reason) { Notes = notes };
}
