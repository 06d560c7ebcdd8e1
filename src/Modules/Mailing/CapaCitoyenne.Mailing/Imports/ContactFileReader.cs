using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.HttpApi;
using CapaCitoyenne.Mailing.Tags;

namespace CapaCitoyenne.Mailing.Imports;

/// <summary>One line of the file: a person, or the reason why it is none.</summary>
internal sealed record ImportLine(int Number, string Text)
{
    public EmailAddress? Email { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Language { get; init; }

    public string? Notes { get; init; }

    public ImportStanding Standing { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<(Guid FieldId, FieldContent Content)> Fields { get; init; } = [];

    /// <summary>A value did not fit its field, and was left out.</summary>
    public bool HasRemark { get; init; }

    /// <summary>Localization key.</summary>
    public string? Refusal { get; init; }
}

/// <summary>Reads a contact file line by line, with the columns as the person confirmed them.</summary>
internal sealed class ContactFileReader(TextReader text, CsvDialect dialect, IReadOnlyList<ImportColumn> columns, IReadOnlyDictionary<Guid, ContactField> ownFields, DateOnly today)
{
    private const int MaxLineLength = 20_000;
    private readonly CsvRecordReader _records = new(text, dialect.Separator);
    private bool _headerRead;

    /// <summary>The next line, or null at the end.</summary>
    public ImportLine? Read()
    {
        if (!_headerRead)
        {
            _headerRead = true;
            if (dialect.HasHeader) _records.Read();
        }

        return _records.Read() is { } record ? ToLine(record) : null;
    }

    private ImportLine ToLine(CsvRecord record)
    {
        var line = new ImportLine(record.LineNumber, record.Text);
        if (record.Cells is not { } written) return line with { Refusal = "Mailing:Import:MalformedLine" };
        if (record.Text.Length > MaxLineLength) return line with { Refusal = "Mailing:Import:LineTooLong" };

        // As our own exports write what a spreadsheet would take for a formula.
        string[] cells = [.. written.Select(CsvExport.Plain)];
        var email = Cell(cells, ContactImportField.Email);
        if (email is null)
        {
            var isCut = cells.Length <= IndexOf(ContactImportField.Email);
            return line with { Refusal = isCut ? "Mailing:Import:MissingColumns" : "Mailing:Import:EmailMissing" };
        }

        if (!EmailAddress.TryParse(email, out var address)) return line with { Refusal = "Mailing:Import:EmailInvalid" };
        var (first, last) = Names(cells);
        var fields = OwnValues(cells, out var hasRemark);
        return line with
        {
            Email = address,
            FirstName = first,
            LastName = last,
            Language = Cell(cells, ContactImportField.Language),
            Notes = Cell(cells, ContactImportField.Notes),
            Standing = StandingOf(cells),
            Tags = Cell(cells, ContactImportField.Tags) is { } tags ? [.. tags.Split(',', ';').Select(t => t.Trim().Trim('"')).Where(t => t.Length is > 0 and <= TagConsts.MaxNameLength).Take(TagConsts.MaxTagsPerContact)] : [],
            Fields = fields,
            HasRemark = hasRemark,
        };
    }

    /// <summary>The worst that any column says: nobody is subscribed by one column against another.</summary>
    private ImportStanding StandingOf(string[] cells)
    {
        var standing = ImportStanding.Subscribed;
        for (var i = 0; i < columns.Count && i < cells.Length; i++)
        {
            var says = columns[i].Field switch
            {
                ContactImportField.Status when cells[i].Length > 0 => ImportStandings.Of(cells[i]),
                ContactImportField.Unsubscribed when ImportStandings.SaysYes(cells[i]) => ImportStanding.Unsubscribed,
                ContactImportField.Bounced when ImportStandings.SaysYes(cells[i]) => ImportStanding.Dead,
                _ => ImportStanding.Subscribed,
            };
            if (says > standing) standing = says;
        }

        return standing;
    }

    private List<(Guid FieldId, FieldContent Content)> OwnValues(string[] cells, out bool hasRemark)
    {
        hasRemark = false;
        List<(Guid, FieldContent)> values = [];
        for (var i = 0; i < columns.Count && i < cells.Length; i++)
        {
            if (columns[i] is not { Field: ContactImportField.Custom, ContactFieldId: { } id } || cells[i].Length == 0 || !ownFields.TryGetValue(id, out var field)) continue;
            if (field.TryParse(cells[i], today) is { } content) values.Add((id, content));
            else hasRemark = true;
        }

        return values;
    }

    private (string? First, string? Last) Names(string[] cells)
    {
        var first = Cell(cells, ContactImportField.FirstName);
        var last = Cell(cells, ContactImportField.LastName);
        if (first is not null || last is not null || Cell(cells, ContactImportField.FullName) is not { } full) return (first, last);
        var space = full.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (full, null) : (full[..space], full[(space + 1)..].Trim());
    }

    private string? Cell(string[] cells, ContactImportField field)
    {
        var index = IndexOf(field);
        return index >= 0 && index < cells.Length && cells[index].Length > 0 ? cells[index] : null;
    }

    private int IndexOf(ContactImportField field)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Field == field) return i;
        }

        return -1;
    }
}
