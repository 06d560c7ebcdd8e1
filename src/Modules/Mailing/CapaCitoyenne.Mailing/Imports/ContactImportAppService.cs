using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Idempotency;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.Mailing.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Imports;

[Authorize(MailingPermissions.Contacts.Import)]
internal sealed class ContactImportAppService(
    IContactImportRepository imports, IRepository<RefusedLine> refusedLines, ContactImportUploader uploader, IBackgroundJobManager jobs) : MailingAppService, IContactImportAppService
{
    private const int Newest = 20;

    public async Task<ListResultDto<ContactImportDto>> GetListAsync()
    {
        var query = (await imports.GetQueryableAsync()).OrderByDescending(i => i.CreationTime).Take(Newest);
        return new ListResultDto<ContactImportDto>([.. (await AsyncExecuter.ToListAsync(query)).Select(i => i.ToDto())]);
    }

    public async Task<ContactImportDto> GetAsync(Guid id) => (await imports.GetAsync(id)).ToDto();

    public async Task<ContactImportDto> PasteAsync(PasteContactsDto input)
        => (await uploader.PasteAsync(L["Mailing:Import:Pasted", Clock.Now], input.Text, CancellationToken.None)).ToDto();

    public async Task<ContactImportDto> CheckAsync(Guid id, CheckContactImportDto input)
    {
        var import = await imports.GetAsync(id);
        import.BeginCheck([.. input.Columns.Select((c, i) => new ImportColumn(c.Header, c.Field, SamplesOf(import, i), c.Field == ContactImportField.Custom ? c.ContactFieldId : null))], input.HasHeader);
        return await BeginAsync(import);
    }

    [Idempotent]
    public async Task<ContactImportDto> StartAsync(Guid id, StartContactImportDto input)
    {
        var import = await imports.GetAsync(id);
        import.BeginRun(input.ListId, input.Origin, input.Purposes);
        return await BeginAsync(import);
    }

    public async Task<CursorPagedResultDto<RefusedLineDto>> GetRefusedLinesAsync(Guid id, GetRefusedLinesInput input)
    {
        await imports.GetAsync(id);
        var after = int.TryParse(Cursors.Decode(input.Cursor), out var line) ? line : 0;
        var query = (await refusedLines.GetQueryableAsync()).Where(l => l.ImportId == id && l.LineNumber > after)
            .OrderBy(l => l.LineNumber).Take(input.MaxResultCount + 1);
        var rows = await AsyncExecuter.ToListAsync(query);
        return new CursorPagedResultDto<RefusedLineDto>
        {
            Items = [.. rows.Take(input.MaxResultCount).Select(l => new RefusedLineDto(l.LineNumber, l.Text, l.ReasonCode, L[l.ReasonCode]))],
            NextCursor = rows.Count > input.MaxResultCount
                ? Cursors.Encode(rows[input.MaxResultCount - 1].LineNumber.ToString(System.Globalization.CultureInfo.InvariantCulture))
                : null,
        };
    }

    private static List<string> SamplesOf(ContactImport import, int column) => column < import.Columns.Count ? import.Columns[column].Samples : [];

    private async Task<ContactImportDto> BeginAsync(ContactImport import)
    {
        await imports.ClearRefusedLinesAsync(import.Id);
        await jobs.EnqueueAsync(new ContactImportArgs(import.Id), BackgroundJobPriority.High);
        await CurrentUnitOfWork!.SaveChangesAsync();
        return import.ToDto();
    }
}

[BackgroundJobName("mailing.import-contacts")]
internal sealed record ContactImportArgs(Guid ImportId);

/// <summary>Runs a check or an import. A killed process leaves the job to be tried again; it then goes on where the last batch ended.</summary>
[UnitOfWork(IsDisabled = true)]
internal sealed class ContactImportJob(ContactImporter importer, IContactImportRepository imports, IUnitOfWorkManager unitOfWorkManager, IClock clock)
    : AsyncBackgroundJob<ContactImportArgs>
{
    public override async Task ExecuteAsync(ContactImportArgs args)
    {
        try
        {
            await importer.RunAsync(args.ImportId);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Told to the person, who may start again: what was written is recognised.
            Logger.LogError(e, "Import {ImportId} stopped", args.ImportId);
            await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
            (await imports.GetAsync(args.ImportId)).Fail(MailingErrorCodes.ImportFailed, clock.Now);
            await unitOfWork.CompleteAsync();
        }
    }
}

internal static class ContactImportMapper
{
    public static ContactImportDto ToDto(this ContactImport import) => new()
    {
        Id = import.Id,
        FileName = import.FileName,
        Status = import.Status,
        Separator = import.Separator,
        Encoding = import.Encoding,
        HasHeader = import.HasHeader,
        RecognisedTool = import.RecognisedTool,
        Columns = [.. import.Columns.Select(c => new ContactImportColumnDto { Header = c.Header, Field = c.Field, Samples = c.Samples, ContactFieldId = c.ContactFieldId })],
        Counts = import.Counts.ToDto(),
        ProcessedLines = import.ProcessedLines,
        TotalLines = import.TotalLines,
        ListId = import.ListId,
        CreationTime = import.CreationTime,
        EndTime = import.EndTime,
        ErrorCode = import.ErrorCode,
    };

    private static ContactImportCountsDto ToDto(this ImportCounts counts) => new()
    {
        Total = counts.Total,
        Created = counts.Created,
        Updated = counts.Updated,
        Unchanged = counts.Unchanged,
        Duplicates = counts.Duplicates,
        Refused = counts.Refused,
        KeptUnsubscribed = counts.KeptUnsubscribed,
        KeptSuppressed = counts.KeptSuppressed,
        Remarks = counts.Remarks,
    };
}
