using System.Globalization;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Localization;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.ContactFields;

/// <summary>What contacts hold in the space's fields, in the words of a letter: « 3 mars 2026 », « oui », « 12,5 ».</summary>
internal sealed class LetterFields(IContactDetailRepository details, IStringLocalizer<MailingResource> localizer) : ITransientDependency
{
    /// <param name="language">The letter's, a BCP 47 tag.</param>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>> ReadAsync(
        IReadOnlyCollection<Guid> contactIds, string language, CancellationToken cancellationToken = default)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var values = await details.GetFieldsAsync(contactIds, cancellationToken);
        return values.ToDictionary(g => g.Key, IReadOnlyDictionary<string, string> (g) => g.ToDictionary(v => v.Name, v => Text(v, culture)));
    }

    private string Text(FieldValue field, CultureInfo culture) => field.Type switch
    {
        ContactFieldType.Date => DateOnly.ParseExact(field.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("d MMMM yyyy", culture),
        ContactFieldType.Number => double.Parse(field.Value, CultureInfo.InvariantCulture).ToString("0.######", culture),
        ContactFieldType.YesNo => Word(field.Value == "true" ? "Mailing:Field:Yes" : "Mailing:Field:No", culture),
        _ => field.Value,
    };

    private string Word(string key, CultureInfo culture)
    {
        var previous = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = culture;
        try
        {
            return localizer[key];
        }
        finally
        {
            CultureInfo.CurrentUICulture = previous;
        }
    }
}

/// <summary>What one contact holds in one field.</summary>
internal readonly record struct FieldValue(string Name, ContactFieldType Type, string Value);
