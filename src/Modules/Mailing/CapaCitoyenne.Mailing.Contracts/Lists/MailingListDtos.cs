using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Mailing.Lists;

public static class MailingListConsts
{
    public const int MaxNameLength = 120;
    public const int MaxDescriptionLength = 500;
    public const int MaxContactsPerCall = 1000;
}

public class MailingListDto : EntityDto<Guid>
{
    public required string Name { get; set; }
    public string? Description { get; set; }
    /// <summary>Offered on the public sign-up form and on the preference page.</summary>
    public bool IsPublic { get; set; }
    public long MemberCount { get; set; }
    public DateTime CreationTime { get; set; }
    public string? ConcurrencyStamp { get; set; }
}

public class CreateUpdateMailingListDto
{
    [Required, StringLength(MailingListConsts.MaxNameLength)]
    public string Name { get; set; } = "";
    [StringLength(MailingListConsts.MaxDescriptionLength)]
    public string? Description { get; set; }
    public bool IsPublic { get; set; }
    public string? ConcurrencyStamp { get; set; }
}

public class ListContactsDto
{
    [Required, MinLength(1), MaxLength(MailingListConsts.MaxContactsPerCall)]
    public List<Guid> ContactIds { get; set; } = [];
}
