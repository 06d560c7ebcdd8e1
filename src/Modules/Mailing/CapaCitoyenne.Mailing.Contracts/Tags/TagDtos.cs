using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Mailing.Tags;

public static class TagConsts
{
    /// <summary>Characters.</summary>
    public const int MaxNameLength = 50;
    /// <summary>Tags of one space.</summary>
    public const int MaxTags = 300;
    /// <summary>Tags of one contact that a form may give.</summary>
    public const int MaxTagsPerContact = 50;
}

/// <summary>A word that the association sticks on contacts for itself: « bénévole », « presse ». Nobody subscribes to it.</summary>
public class TagDto : EntityDto<Guid>
{
    public required string Name { get; set; }
    public long ContactCount { get; set; }
}

public class UpdateTagDto
{
    [Required, StringLength(TagConsts.MaxNameLength)]
    public string Name { get; set; } = "";
}
