using System.Globalization;
using System.Text;
using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.ContactFields;

/// <summary>A field that the space added to its contacts.</summary>
internal sealed class ContactField : AuditedAggregateRoot<Guid>, IMultiTenant
{
    private static readonly string[] Yes = ["oui", "yes", "true", "vrai", "1", "x", "o", "y"];
    private static readonly string[] No = ["non", "no", "false", "faux", "0", "n"];
    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>Years in which a date written with two digits may still come.</summary>
    private const int YearsAhead = 5;

    private ContactField() { }

    public ContactField(Guid id, string name, string label, ContactFieldType type, IEnumerable<string> choices) : base(id)
    {
        Name = name;
        Type = type;
        Describe(label, choices);
    }

    public Guid? TenantId { get; private set; }

    /// <summary>Unique in the space; letters of <c>a-z</c>, digits and <c>_</c>.</summary>
    public string Name { get; private set; } = "";

    public string Label { get; private set; } = "";

    public ContactFieldType Type { get; private set; }

    public List<string> Choices { get; private set; } = [];

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.FieldHasNoChoices"/>.</exception>
    public void Describe(string label, IEnumerable<string> choices)
    {
        Label = Check.NotNullOrWhiteSpace(label, nameof(label), ContactFieldConsts.MaxLabelLength).Trim();
        if (Type != ContactFieldType.Choice) return;
        List<string> words = [.. choices.Select(c => c.Trim()).Where(c => c.Length is > 0 and <= ContactFieldConsts.MaxChoiceLength)
            .DistinctBy(SearchText.Of).Take(ContactFieldConsts.MaxChoices)];
        if (words.Count == 0) throw new BusinessException(MailingErrorCodes.FieldHasNoChoices);
        Choices = words;
    }

    /// <summary>The value as it is kept, of what a person or a file gives.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.FieldValueInvalid"/>.</exception>
    public FieldContent Parse(string text, DateOnly today) => TryParse(text, today) is { } content
        ? content
        : throw new BusinessException(MailingErrorCodes.FieldValueInvalid).WithData("Field", Label).WithData("Value", text);

    /// <returns>Null when the text is no value of this type.</returns>
    public FieldContent? TryParse(string text, DateOnly today)
    {
        text = text.Trim();
        switch (Type)
        {
            case ContactFieldType.Number:
                var digits = text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal)
                    .Replace("\u202F", "", StringComparison.Ordinal).Replace(',', '.');
                return double.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    && Math.Abs(number) < 1e15 ? Content(number.ToString("0.######", CultureInfo.InvariantCulture), number) : null;
            case ContactFieldType.Date:
                return DayOf(text, today) is { } day
                    ? Content(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.DayNumber) : null;
            case ContactFieldType.YesNo:
                var word = SearchText.Of(text);
                return Yes.Contains(word) ? Content("true", 1) : No.Contains(word) ? Content("false", 0) : null;
            case ContactFieldType.Choice:
                var search = SearchText.Of(text);
                return Choices.Find(c => SearchText.Of(c) == search) is { } choice ? Content(choice, null) : null;
            default:
                return text.Length <= ContactFieldConsts.MaxValueLength ? Content(text, null) : null;
        }
    }

    /// <summary>« Année d'adhésion » → <c>annee_d_adhesion</c>.</summary>
    public static string NameFrom(string label)
    {
        var name = new StringBuilder();
        foreach (var c in SearchText.Of(label))
        {
            if (char.IsAsciiLetterOrDigit(c)) name.Append(c);
            else if (name.Length > 0 && name[^1] != '_') name.Append('_');
        }

        var text = name.ToString().Trim('_');
        if (text.Length == 0 || char.IsAsciiDigit(text[0])) text = "champ_" + text;
        return text.Length <= ContactFieldConsts.MaxNameLength ? text.TrimEnd('_') : text[..ContactFieldConsts.MaxNameLength].TrimEnd('_');
    }

    private static DateOnly? DayOf(string text, DateOnly today)
    {
        if (DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (!DateOnly.TryParseExact(text, "d/M/yy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) return null;
        // Who writes two digits writes of what was, or of a membership that ends soon: a birthday in 1945 is not one in 2045.
        return day > today.AddYears(YearsAhead) ? day.AddYears(-100) : day;
    }

    private static FieldContent Content(string value, double? number) => new(value, SearchText.Of(value), number);
}

/// <param name="Value">As it is shown and exported.</param>
/// <param name="Search">As it is compared.</param>
/// <param name="Number">What greater and less mean: the number, the day's number since 0001-01-01, 1 for yes.</param>
internal readonly record struct FieldContent(string Value, string Search, double? Number);

/// <summary>What one contact holds in one field; no row where it holds nothing.</summary>
internal sealed class ContactFieldValue : Entity, IMultiTenant
{
    private ContactFieldValue() { }

    public ContactFieldValue(Guid fieldId, Guid contactId, FieldContent content)
    {
        FieldId = fieldId;
        ContactId = contactId;
        Set(content);
    }

    public Guid? TenantId { get; private set; }

    public Guid FieldId { get; private set; }

    public Guid ContactId { get; private set; }

    public string Value { get; private set; } = "";

    public string SearchValue { get; private set; } = "";

    public double? Number { get; private set; }

    public void Set(FieldContent content)
    {
        Value = content.Value;
        SearchValue = content.Search;
        Number = content.Number;
    }

    public override object?[] GetKeys() => [ContactId, FieldId];
}
