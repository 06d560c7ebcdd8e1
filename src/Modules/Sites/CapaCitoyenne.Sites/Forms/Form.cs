namespace CapaCitoyenne.Sites.Forms;

/// <summary>A form of a space's site. Purpose and retention are asked for, since readers are told of them.</summary>
internal sealed class Form : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public const string UrnScheme = "form";

    /// <summary>Where forms are sent, and stand alone, on every site.</summary>
    public const string Folder = "/formulaire";

    private Form() { }

    public Form(Guid id, Guid tenantId, string name, string purpose, int retentionMonths, IReadOnlyList<FormField> fields) : base(id)
    {
        TenantId = tenantId;
        Describe(name, purpose, retentionMonths, null);
        Ask(fields);
    }

    public Guid? TenantId { get; private set; }

    public string Name { get; private set; } = "";

    public bool IsOpen { get; private set; } = true;

    /// <summary>What the answers are for, in the words of the space.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Months after which answers are erased.</summary>
    public int RetentionMonths { get; private set; }

    public string? SuccessMessage { get; private set; }

    public IReadOnlyList<FormField> Fields { get; private set; } = [];

    /// <summary>Members of the space who are told of answers.</summary>
    public IReadOnlyList<Guid> RecipientIds { get; private set; } = [];

    /// <summary>Raised in place with each answer: whoever writes it holds the row until the end of the transaction.</summary>
    public long SubmissionTicket { get; private set; }

    public string Path => Folder + "/" + Id.ToString("D");

    /// <exception cref="BusinessException">RetentionInvalid.</exception>
    public void Describe(string name, string purpose, int retentionMonths, string? successMessage)
    {
        if (!FormConsts.RetentionMonths.Contains(retentionMonths))
            throw new BusinessException(SitesErrorCodes.RetentionInvalid).WithData("Choices", string.Join(", ", FormConsts.RetentionMonths));
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), FormConsts.MaxNameLength).Trim();
        // The sentence to readers ends it with a full stop.
        Purpose = Check.NotNullOrWhiteSpace(purpose, nameof(purpose), FormConsts.MaxPurposeLength).Trim().TrimEnd('.');
        RetentionMonths = retentionMonths;
        SuccessMessage = string.IsNullOrWhiteSpace(successMessage) ? null : Check.Length(successMessage.Trim(), nameof(successMessage), FormConsts.MaxSuccessMessageLength);
    }

    /// <exception cref="BusinessException">FormEmpty, FormFieldIdInvalid, FormOptionsInvalid.</exception>
    public void Ask(IReadOnlyList<FormField> fields)
    {
        if (fields.Count == 0) throw new BusinessException(SitesErrorCodes.FormEmpty);
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields)
        {
            if (!IsId(field.Id) || !ids.Add(field.Id)) throw new BusinessException(SitesErrorCodes.FormFieldIdInvalid).WithData("Id", field.Id);
            if (field.HasOptions && (field.Options.Count == 0 || field.Options.Distinct().Count() != field.Options.Count))
                throw new BusinessException(SitesErrorCodes.FormOptionsInvalid).WithData("Label", field.Label);
        }
        Fields = fields;
    }

    public void SetRecipients(IReadOnlyList<Guid> userIds) => RecipientIds = [.. userIds.Distinct()];

    public void Open(bool isOpen) => IsOpen = isOpen;

    private static bool IsId(string id)
        => id.Length is > 0 and <= FormConsts.MaxFieldIdLength && char.IsAsciiLetter(id[0]) && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
