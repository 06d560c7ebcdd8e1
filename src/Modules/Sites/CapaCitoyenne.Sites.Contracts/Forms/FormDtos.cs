using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Sites.Forms;

/// <summary>One question.</summary>
public class FormFieldDto
{
    /// <summary>Stays when the label changes: answers are kept under it. Letters, digits, hyphens.</summary>
    [Required, StringLength(FormConsts.MaxFieldIdLength)]
    public string Id { get; set; } = "";

    public FormFieldKind Kind { get; set; }

    [Required, StringLength(FormConsts.MaxLabelLength)]
    public string Label { get; set; } = "";

    [StringLength(FormConsts.MaxHelpLength)]
    public string? Help { get; set; }

    public bool IsRequired { get; set; }

    /// <summary>For choices.</summary>
    [MaxLength(FormConsts.MaxOptions)]
    public IReadOnlyList<string> Options { get; set; } = [];
}

public class FormListItemDto : EntityDto<Guid>
{
    public string Name { get; set; } = "";

    /// <summary>How blocks name it: <c>form:0197…</c>.</summary>
    public string Urn { get; set; } = "";

    /// <summary>Takes answers.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Answers that nobody has dealt with yet.</summary>
    public int Waiting { get; set; }

    public int Total { get; set; }
    public DateTime? LastReceivedTime { get; set; }
}

public class FormDto : EntityDto<Guid>
{
    public string Name { get; set; } = "";
    public string Urn { get; set; } = "";
    public bool IsOpen { get; set; }
    public string Purpose { get; set; } = "";
    public int RetentionMonths { get; set; }
    public string? SuccessMessage { get; set; }
    public IReadOnlyList<FormFieldDto> Fields { get; set; } = [];

    /// <summary>Members of the space to whom answers are mailed.</summary>
    public IReadOnlyList<Guid> RecipientIds { get; set; } = [];

    /// <summary>What readers are told about their data; made from purpose and retention.</summary>
    public string PrivacySentence { get; set; } = "";
    public string ConcurrencyStamp { get; set; } = "";
}

public class CreateFormInput
{
    public FormTemplate Template { get; set; }
}

public class UpdateFormInput
{
    [Required, StringLength(FormConsts.MaxNameLength)]
    public string Name { get; set; } = "";

    public bool IsOpen { get; set; } = true;

    /// <summary>What the answers are for: « répondre à votre message ».</summary>
    [Required, StringLength(FormConsts.MaxPurposeLength)]
    public string Purpose { get; set; } = "";

    /// <summary>One of <see cref="FormConsts.RetentionMonths"/>.</summary>
    public int RetentionMonths { get; set; }

    [StringLength(FormConsts.MaxSuccessMessageLength)]
    public string? SuccessMessage { get; set; }

    [Required, MaxLength(FormConsts.MaxFields)]
    public IReadOnlyList<FormFieldDto> Fields { get; set; } = [];

    [MaxLength(FormConsts.MaxRecipients)]
    public IReadOnlyList<Guid> RecipientIds { get; set; } = [];

    [StringLength(40)]
    public string? ConcurrencyStamp { get; set; }
}

/// <summary>A member of the space who may be told of answers.</summary>
public class FormRecipientDto
{
    public Guid UserId { get; set; }
    public string Name { get; set; } = "";
}
