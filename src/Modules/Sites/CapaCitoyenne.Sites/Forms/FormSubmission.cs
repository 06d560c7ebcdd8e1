namespace CapaCitoyenne.Sites.Forms;

/// <summary>What somebody sent with a form. Erased when the form's time is over.</summary>
internal sealed class FormSubmission : Entity<Guid>, IMultiTenant
{
    /// <summary>SHA-256, hexadecimal.</summary>
    public const int HashLength = 64;

    private FormSubmission() { }

    public FormSubmission(Guid id, Form form, IReadOnlyList<FormAnswer> answers, string? email, string contentHash, DateTime now) : base(id)
    {
        TenantId = form.TenantId;
        FormId = form.Id;
        Answers = answers;
        Email = email;
        NormalizedEmail = email?.ToLowerInvariant();
        ContentHash = contentHash;
        ReceivedTime = now;
    }

    public Guid? TenantId { get; private set; }

    public Guid FormId { get; private set; }

    public IReadOnlyList<FormAnswer> Answers { get; private set; } = [];

    public string? Email { get; private set; }

    public string? NormalizedEmail { get; private set; }

    /// <summary>Of the answers: the same, sent twice within minutes, is one.</summary>
    public string ContentHash { get; private set; } = "";

    public DateTime ReceivedTime { get; private set; }

    public bool IsDone { get; private set; }

    public void Mark(bool isDone) => IsDone = isDone;
}
