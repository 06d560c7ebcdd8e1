using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Sites.Forms;

/// <summary>What somebody sent with a form.</summary>
public class FormSubmissionDto : EntityDto<Guid>
{
    public Guid FormId { get; set; }
    public DateTime ReceivedTime { get; set; }
    public string? Email { get; set; }
    public bool IsDone { get; set; }

    /// <summary>Questions as they were asked, with what was answered.</summary>
    public IReadOnlyList<FormAnswerDto> Answers { get; set; } = [];
}

public class FormAnswerDto
{
    public string Label { get; set; } = "";

    /// <summary>Choices are joined by commas.</summary>
    public string Value { get; set; } = "";
}

public class GetFormSubmissionsInput : PagedResultRequestDto
{
    public Guid? FormId { get; set; }

    /// <summary>Only those that nobody has dealt with.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>All that this address sent.</summary>
    [StringLength(FormConsts.MaxEmailLength)]
    public string? Email { get; set; }
}

public class MarkFormSubmissionInput
{
    public bool IsDone { get; set; }
}

/// <summary>Forgets a person.</summary>
public class EraseSubmissionsInput
{
    [Required, StringLength(FormConsts.MaxEmailLength)]
    public string Email { get; set; } = "";
}

public class ErasedSubmissionsDto
{
    public int Submissions { get; set; }
    public int Registrations { get; set; }
}
