using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.Segments;

public static class SegmentConsts
{
    /// <summary>Characters.</summary>
    public const int MaxNameLength = 120;
    public const int MaxValueLength = 200;
    public const int MaxGroups = 5;
    public const int MaxConditions = 10;
    /// <summary>Segments of one space.</summary>
    public const int MaxSegments = 100;
    /// <summary>Contacts shown by a preview.</summary>
    public const int PreviewCount = 10;
}

/// <summary>People described by conditions: « qui habitent la Goutte d'Or et sont bénévoles ». Never copied, always looked up.</summary>
public class SegmentDto : EntityDto<Guid>
{
    public required string Name { get; set; }
    public SegmentRuleDto Rule { get; set; } = new();
    public DateTime CreationTime { get; set; }
    public string? ConcurrencyStamp { get; set; }
}

/// <summary>Groups of conditions, one level deep. A rule without a condition is everybody.</summary>
public class SegmentRuleDto
{
    /// <summary>Whether all groups must hold, or any.</summary>
    public SegmentMatch Match { get; set; }
    [MaxLength(SegmentConsts.MaxGroups)]
    public List<SegmentGroupDto> Groups { get; set; } = [];
}

public class SegmentGroupDto
{
    /// <summary>Whether all conditions must hold, or any.</summary>
    public SegmentMatch Match { get; set; }
    [MaxLength(SegmentConsts.MaxConditions)]
    public List<SegmentConditionDto> Conditions { get; set; } = [];
}

public class SegmentConditionDto
{
    public SegmentSubject Subject { get; set; }
    public SegmentOperator Operator { get; set; }
    /// <summary>The list, tag, field or campaign; null for other subjects.</summary>
    public Guid? ReferenceId { get; set; }
    [StringLength(SegmentConsts.MaxValueLength)]
    public string? Value { get; set; }
}

public class CreateUpdateSegmentDto
{
    [Required, StringLength(SegmentConsts.MaxNameLength)]
    public string Name { get; set; } = "";
    public SegmentRuleDto Rule { get; set; } = new();
    /// <summary>The stamp that was read; 409 when somebody saved in between.</summary>
    public string? ConcurrencyStamp { get; set; }
}

public class PreviewSegmentDto
{
    public SegmentRuleDto Rule { get; set; } = new();
}

/// <param name="Count">Contacts that match now, whether they may be written to or not.</param>
/// <param name="Contacts">The first ten by address; empty for who may not see the address book.</param>
public record SegmentPreviewDto(ContactCountDto Count, List<ContactDto> Contacts);
