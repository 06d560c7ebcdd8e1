using System.Text;
using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.Imports;

/// <summary>Takes a file in: keeps it, guesses how it is written and what its columns hold.</summary>
internal sealed class ContactImportUploader(IContactImportRepository imports, IRepository<ContactField, Guid> ownFields, IBlobContainer<ImportFiles> files, IGuidGenerator guidGenerator) : ITransientDependency
{
    private const int MaxSamples = 3;
    private const int SampledRecords = 50;

    /// <param name="content">Seekable.</param>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.ImportFileEmpty"/>.</exception>
    public async Task<ContactImport> UploadAsync(string fileName, Stream content, CancellationToken cancellationToken)
    {
        var dialect = await CsvDialect.GuessAsync(content, cancellationToken);
        content.Position = 0;
        if (await ReadVCardsAsync(content, dialect, cancellationToken) is { } table) return await PasteAsync(fileName, table, cancellationToken);
        var records = ReadHead(content, dialect);
        if (records.Count == 0) throw new BusinessException(MailingErrorCodes.ImportFileEmpty);

        var width = Math.Min(ContactImportConsts.MaxColumns, records.Max(r => r.Length));
        var headers = Enumerable.Range(0, width).Select(i => dialect.HasHeader ? Cell(records[0], i) : "").ToList();
        var samples = records.Skip(dialect.HasHeader ? 1 : 0).ToList();
        var own = await OwnFieldsAsync(cancellationToken);
        var fields = ColumnGuesser.Guess(headers, samples, own);
        var columns = headers.Select((header, i) => new ImportColumn(
            header, fields[i], [.. samples.Select(r => Cell(r, i)).Where(c => c.Length > 0).Distinct().Take(MaxSamples)],
            fields[i] == ContactImportField.Custom ? own[SearchText.Of(header)] : null)).ToList();

        var import = new ContactImport(guidGenerator.Create(), fileName, dialect, ColumnGuesser.RecogniseTool(headers), columns);
        content.Position = 0;
        await files.SaveAsync(import.BlobName, content, overrideExisting: true, cancellationToken);
        return await imports.InsertAsync(import, autoSave: true, cancellationToken);
    }

    /// <summary>Takes in a text that is no file: addresses, a table, or vCards.</summary>
    public async Task<ContactImport> PasteAsync(string name, string text, CancellationToken cancellationToken)
    {
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(PeopleText.FromPaste(text)));
        return await UploadAsync(name, content, cancellationToken);
    }

    /// <returns>A table of the cards; null when the file holds none.</returns>
    private static async Task<string?> ReadVCardsAsync(Stream content, CsvDialect dialect, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(content, dialect.Encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var head = new char[64];
        var length = await text.ReadBlockAsync(head, cancellationToken);
        var isVCard = PeopleText.IsVCard(new string(head, 0, length));
        var table = isVCard ? PeopleText.FromVCards(new string(head, 0, length) + await text.ReadToEndAsync(cancellationToken)) : null;
        content.Position = 0;
        return table;
    }

    private async Task<Dictionary<string, Guid>> OwnFieldsAsync(CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, Guid>();
        foreach (var field in await ownFields.GetListAsync(cancellationToken))
        {
            known.TryAdd(SearchText.Of(field.Label), field.Id);
            known.TryAdd(field.Name, field.Id);
        }

        return known;
    }

    private static List<string[]> ReadHead(Stream content, CsvDialect dialect)
    {
        using var text = new StreamReader(content, dialect.Encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var reader = new CsvRecordReader(text, dialect.Separator);
        var records = new List<string[]>();
        while (records.Count < SampledRecords && reader.Read() is { } record)
        {
            if (record.Cells is { } cells) records.Add(cells);
        }

        return records;
    }

    private static string Cell(string[] record, int index)
    {
        var cell = index < record.Length ? record[index] : "";
        return cell.Length <= ContactImportConsts.MaxHeaderLength ? cell : cell[..ContactImportConsts.MaxHeaderLength];
    }
}
