using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Mailing.ContactFields;

/// <summary>Lengths are in characters.</summary>
public static class ContactFieldConsts
{
    /// <summary>Fields of one space: more make a form that nobody fills in.</summary>
    public const int MaxFields = 30;
    public const int MaxLabelLength = 60;
    public const int MaxNameLength = 40;
    public const int MaxChoices = 50;
    public const int MaxChoiceLength = 100;
    public const int MaxValueLength = 500;
}

public enum ContactFieldType
{
    Text = 0,
    Number = 1,
    /// <summary>A day, without an hour.</summary>
    Date = 2,
    /// <summary>One of the field's own words.</summary>
    Choice = 3,
    YesNo = 4,
}

/// <summary>A field that the space added to its contacts.</summary>
public class ContactFieldDto : EntityDto<Guid>
{
    /// <summary>Made from the first label and never changed: <c>{{name|fallback}}</c> in letters, the key in a contact's <c>Fields</c>.</summary>
    public required string Name { get; set; }
    public required string Label { get; set; }
    public ContactFieldType Type { get; set; }
    /// <summary>The words to choose from; empty for other types.</summary>
    public List<string> Choices { get; set; } = [];
    public string? ConcurrencyStamp { get; set; }
}

public class CreateContactFieldDto
{
    [Required, StringLength(ContactFieldConsts.MaxLabelLength)]
    public string Label { get; set; } = "";
    public ContactFieldType Type { get; set; }
    /// <summary>Required for <see cref="ContactFieldType.Choice"/>.</summary>
    [MaxLength(ContactFieldConsts.MaxChoices)]
    public List<string> Choices { get; set; } = [];
}

/// <summary>Name and type stay: values and letters depend on them.</summary>
public class UpdateContactFieldDto
{
    [Required, StringLength(ContactFieldConsts.MaxLabelLength)]
    public string Label { get; set; } = "";
    [MaxLength(ContactFieldConsts.MaxChoices)]
    public List<string> Choices { get; set; } = [];
    public string? ConcurrencyStamp { get; set; }
}
