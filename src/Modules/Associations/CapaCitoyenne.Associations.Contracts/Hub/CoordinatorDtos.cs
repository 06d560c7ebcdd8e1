using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Associations.Accounts;

namespace CapaCitoyenne.Associations.Hub;

public class CoordinatorDto : EntityDto<Guid>
{
    public string Name { get; set; } = "";
    public string Email { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime CreationTime { get; set; }
}

public class GetCoordinatorsInput : PagedResultRequestDto;

public class CreateCoordinatorInput
{
    [Required, EmailAddress, StringLength(AccountConsts.MaxEmailLength)]
    public string Email { get; set; } = "";
}
