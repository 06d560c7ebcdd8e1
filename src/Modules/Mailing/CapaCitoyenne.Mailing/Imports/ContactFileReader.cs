using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.Imports;

/// <summary>One line of the file: a person, or the reason why it is none.</summary>
internal sealed record ImportLine(int Number, string Text)
{
    public EmailAddress? Email { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Language { get; init; }

    public string? Notes { get; init; }

    public bool Unsubscribed { get; init; }

    /// <summary>Localization key.</summary>
    public string? Refusal { get; init; }
}

/// <summary>Reads a contact file line by line, with the columns as the person confirmed them.</summary>
internal sealed class ContactFileReader(TextReader text, CsvDialect dialect, IReadOnlyList<ImportColumn> columns)
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
        if (record.Cells is not { } cells) return line with { Refusal = "Mailing:Import:MalformedLine" };
        if (record.Text.Length > MaxLineLength) return line with { Refusal = "Mailing:Import:LineTooLong" };

        var email = Cell(cells, ContactImportField.Email);
        if (email is null)
        {
            var isCut = cells.Length <= IndexOf(ContactImportField.Email);
            return line with { Refusal = isCut ? "Mailing:Import:MissingColumns" : "Mailing:Import:EmailMissing" };
        }

        if (!EmailAddress.TryParse(email, out var address)) return line with { Refusal = "Mailing:Import:EmailInvalid" };
        var (first, last) = Names(cells);
        return line with
        {
            Email = address,
            FirstName = first,
            LastName = last,
            Language = Cell(cells, ContactImportField.Language),
            Notes = Cell(cells, ContactImportField.Notes),
            Unsubscribed = Cell(cells, ContactImportField.Unsubscribed) is { } cell && ColumnGuesser.SaysUnsubscribed(cell),
        };
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
