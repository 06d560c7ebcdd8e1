using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.Templates;

/// <summary>A letter that a space keeps to start others from.</summary>
internal sealed class LetterTemplate : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private LetterTemplate() { }

    public LetterTemplate(Guid id, string name, LetterDraft draft) : base(id)
    {
        Name = name.Trim();
        Subject = draft.Subject;
        PreviewText = draft.PreviewText;
        ContentJson = draft.Content;
        Purpose = draft.Purpose;
        Language = draft.Language;
    }

    public Guid? TenantId { get; private set; }

    public string Name { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string? PreviewText { get; private set; }

    /// <summary>A page/1 document.</summary>
    public string ContentJson { get; private set; } = "";

    public ConsentPurpose Purpose { get; private set; }

    public string Language { get; private set; } = "fr";

    public LetterDraft ToDraft() => new(Subject, PreviewText, ContentJson, Purpose, Language);

    public void Restore() => Undelete();
}

/// <summary>What a letter starts with.</summary>
internal sealed record LetterDraft(string Subject, string? PreviewText, string Content, ConsentPurpose Purpose, string Language);
