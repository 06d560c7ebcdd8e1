using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>Somebody who wants to come.</summary>
public class RegistrationDto : EntityDto<Guid>
{
    public DateOnly Day { get; set; }
    public string Name { get; set; } = "";
    public string? Email { get; set; }
    public int Persons { get; set; }
    public string? Message { get; set; }
    public RegistrationState State { get; set; }
    public DateTime CreationTime { get; set; }
}

public class GetRegistrationsInput : PagedResultRequestDto
{
    public Guid EventId { get; set; }

    /// <summary>One date of a repeated event, by the day on which it begins by the rhythm; all dates when not given.</summary>
    public DateOnly? Day { get; set; }
}

/// <summary>A sign-up that the organiser writes down, after a telephone call for instance.</summary>
public class CreateRegistrationInput
{
    public Guid EventId { get; set; }

    public DateOnly Day { get; set; }

    [Required, StringLength(EventConsts.MaxNameLength)]
    public string Name { get; set; } = "";

    [EmailAddress, StringLength(EventConsts.MaxEmailLength)]
    public string? Email { get; set; }

    [Range(1, EventConsts.MaxPersons)]
    public int Persons { get; set; } = 1;

    [StringLength(EventConsts.MaxMessageLength)]
    public string? Message { get; set; }
}
