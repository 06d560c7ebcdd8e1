using System.Text.Json;
using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.Imports;

/// <summary>One imported file: how it is read, what was found, how far the work is.</summary>
internal sealed class ContactImport : CreationAuditedAggregateRoot<Guid>, IMultiTenant
{
    private ContactImport() { }

    public ContactImport(Guid id, string fileName, CsvDialect dialect, string? recognisedTool, List<ImportColumn> columns) : base(id)
    {
        FileName = fileName.Length <= ContactImportConsts.MaxFileNameLength ? fileName : fileName[^ContactImportConsts.MaxFileNameLength..];
        Encoding = dialect.EncodingName;
        Separator = dialect.Separator.ToString();
        HasHeader = dialect.HasHeader;
        RecognisedTool = recognisedTool;
        ColumnsJson = JsonSerializer.Serialize(columns);
    }

    public Guid? TenantId { get; private set; }

    public string FileName { get; private set; } = "";

    public string BlobName => Id.ToString("N");

    public ContactImportStatus Status { get; private set; }

    public string Encoding { get; private set; } = "utf-8";

    public string Separator { get; private set; } = ";";

    public bool HasHeader { get; private set; }

    public string? RecognisedTool { get; private set; }

    public string ColumnsJson { get; private set; } = "[]";

    public string CountsJson { get; private set; } = "{}";

    public int ProcessedLines { get; private set; }

    public int TotalLines { get; private set; }

    public Guid? ListId { get; private set; }

    public string? Origin { get; private set; }

    public string Purposes { get; private set; } = "";

    public DateTime? EndTime { get; private set; }

    public string? ErrorCode { get; private set; }

    /// <summary>See <see cref="Forget"/>.</summary>
    public DateTime? ForgottenTime { get; private set; }

    public CsvDialect Dialect => new(Encoding, Separator[0], HasHeader);

    public List<ImportColumn> Columns => JsonSerializer.Deserialize<List<ImportColumn>>(ColumnsJson)!;

    public ImportCounts Counts => JsonSerializer.Deserialize<ImportCounts>(CountsJson)!;

    public IEnumerable<ConsentPurpose> GrantedPurposes =>
        Purposes.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ConsentPurpose>);

    public void BeginCheck(List<ImportColumn> columns, bool hasHeader)
    {
        if (Status is ContactImportStatus.Running or ContactImportStatus.Completed) throw new BusinessException(MailingErrorCodes.ImportAlreadyStarted);
        if (Status == ContactImportStatus.Checking) throw new BusinessException(MailingErrorCodes.ImportIsChecked);
        if (columns.All(c => c.Field != ContactImportField.Email)) throw new BusinessException(MailingErrorCodes.ImportHasNoEmailColumn);
        ColumnsJson = JsonSerializer.Serialize(columns);
        HasHeader = hasHeader;
        Begin(ContactImportStatus.Checking);
    }

    public void BeginRun(Guid? listId, string origin, IEnumerable<ConsentPurpose> purposes)
    {
        if (Status is ContactImportStatus.Running or ContactImportStatus.Completed) throw new BusinessException(MailingErrorCodes.ImportAlreadyStarted);
        // A run that failed may be started again: nothing is doubled.
        if (Status is not (ContactImportStatus.Checked or ContactImportStatus.Failed)) throw new BusinessException(MailingErrorCodes.ImportNotChecked);
        if (string.IsNullOrWhiteSpace(origin)) throw new BusinessException(MailingErrorCodes.ImportOriginRequired);
        ListId = listId;
        Origin = origin.Trim();
        Purposes = string.Join(',', purposes.Where(p => p.EnsureOfLetters() != ConsentPurpose.Statutory).Distinct());
        Begin(ContactImportStatus.Running);
    }

    public void Progress(ImportCounts counts)
    {
        ProcessedLines = counts.Total;
        TotalLines = Math.Max(TotalLines, counts.Total);
        CountsJson = JsonSerializer.Serialize(counts);
    }

    /// <exception cref="InvalidOperationException">Nothing is under way: a check that ends twice would pass for an import.</exception>
    public void End(ImportCounts counts, DateTime now)
    {
        if (Status is not (ContactImportStatus.Checking or ContactImportStatus.Running)) throw new InvalidOperationException($"An import that is {Status} does not end.");
        Progress(counts);
        TotalLines = counts.Total;
        Status = Status == ContactImportStatus.Checking ? ContactImportStatus.Checked : ContactImportStatus.Completed;
        EndTime = now;
        if (Status == ContactImportStatus.Completed && TenantId is { } space)
            AddDistributedEvent(new TaskStateChangedEto { TenantId = space, TaskName = TaskNames.ContactsImported });
    }

    /// <summary>Only what is under way fails: the slower of two workers finds the file gone that the other has read to its end.</summary>
    public void Fail(string errorCode, DateTime now)
    {
        if (Status is not (ContactImportStatus.Checking or ContactImportStatus.Running)) return;
        Status = ContactImportStatus.Failed;
        ErrorCode = errorCode;
        EndTime = now;
    }

    /// <summary>What it took in stays known, with its origin, which is a proof; nobody's address does.</summary>
    public void Forget(DateTime now)
    {
        ColumnsJson = JsonSerializer.Serialize(Columns.Select(column => column with { Samples = [] }));
        ForgottenTime = now;
    }

    private void Begin(ContactImportStatus status)
    {
        Status = status;
        ProcessedLines = 0;
        CountsJson = "{}";
        ErrorCode = null;
        EndTime = null;
    }
}

/// <summary>A column of the file, and what it holds.</summary>
internal sealed record ImportColumn(string Header, ContactImportField Field, List<string> Samples, Guid? ContactFieldId = null);

/// <summary>Lines by what became of them; see the DTO of the same shape.</summary>
internal sealed class ImportCounts
{
    public int Total { get; set; }
    public int Created { get; set; }
    public int Updated { get; set; }
    public int Unchanged { get; set; }
    public int Duplicates { get; set; }
    public int Refused { get; set; }
    public int KeptUnsubscribed { get; set; }
    public int KeptSuppressed { get; set; }
    public int Remarks { get; set; }
}

/// <summary>A line that was not taken, and why.</summary>
internal sealed class RefusedLine : Entity, IMultiTenant
{
    private RefusedLine() { }

    public RefusedLine(Guid importId, int lineNumber, string text, string reasonCode)
    {
        ImportId = importId;
        LineNumber = lineNumber;
        Text = text.Length <= ContactImportConsts.MaxLineExcerptLength ? text : text[..ContactImportConsts.MaxLineExcerptLength];
        ReasonCode = reasonCode;
    }

    public Guid? TenantId { get; private set; }

    public Guid ImportId { get; private set; }

    public int LineNumber { get; private set; }

    public string Text { get; private set; } = "";

    public string ReasonCode { get; private set; } = "";

    public override object?[] GetKeys() => [ImportId, LineNumber];
}
