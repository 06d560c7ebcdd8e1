using System.Text.Json;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>
/// One file that a site comes from, and how far the work is. Without a concurrency stamp: the job writes the counts while somebody may ask it to stop,
/// and neither stands in the other's way.
/// </summary>
internal sealed class SiteImport : CreationAuditedEntity<Guid>, IMultiTenant
{
    private SiteImport() { }

    public SiteImport(Guid id, string fileName, SiteImportSource source, bool needsAddress) : base(id)
    {
        FileName = fileName.Length <= SiteImportConsts.MaxFileNameLength ? fileName : fileName[^SiteImportConsts.MaxFileNameLength..];
        Source = source;
        NeedsAddress = needsAddress;
    }

    public Guid? TenantId { get; private set; }

    public string FileName { get; private set; } = "";

    public string BlobName => Id.ToString("N");

    public SiteImportSource Source { get; private set; }

    public SiteImportStatus Status { get; private set; }

    public SourceKind Step { get; private set; }

    public string CountsJson { get; private set; } = "{}";

    public string? SiteTitle { get; private set; }

    /// <summary>Address of the old site, without a final slash: from the file, otherwise as somebody typed it.</summary>
    public string? SiteUrl { get; private set; }

    public bool NeedsAddress { get; private set; }

    /// <summary>Puts online what was online.</summary>
    public bool Publish { get; private set; } = true;

    /// <summary>Somebody wants it to stop; the job looks before each thing.</summary>
    public bool IsStopping { get; private set; }

    public DateTime? EndTime { get; private set; }

    public string? ErrorCode { get; private set; }

    /// <summary>What fills the placeholders of the error's text, as JSON.</summary>
    public string? ErrorDataJson { get; private set; }

    public bool IsWorking => Status is SiteImportStatus.Reading or SiteImportStatus.Running;

    public ImportCounts Counts => JsonSerializer.Deserialize<ImportCounts>(CountsJson)!;

    /// <exception cref="BusinessException">ImportAlreadyStarted, ImportAddressInvalid.</exception>
    public void Start(bool publish, string? address)
    {
        // One that failed or was stopped may be started again: nothing is doubled.
        if (IsWorking || Status == SiteImportStatus.Completed) throw new BusinessException(SitesTransferErrorCodes.ImportAlreadyStarted);
        if (!string.IsNullOrWhiteSpace(address)) SiteUrl = CheckAddress(address);
        Publish = publish;
        IsStopping = false;
        ErrorCode = ErrorDataJson = null;
        EndTime = null;
        Status = Status == SiteImportStatus.Cancelled ? SiteImportStatus.Running : SiteImportStatus.Reading;
    }

    public void Stop()
    {
        if (IsWorking) IsStopping = true;
    }

    public void Describe(string title, string? url)
    {
        SiteTitle = title.Length <= SiteImportConsts.MaxTitleLength ? title : title[..SiteImportConsts.MaxTitleLength];
        if (url is { Length: > 0 and <= SiteImportConsts.MaxAddressLength }) SiteUrl = url.TrimEnd('/');
    }

    /// <summary>The whole file is in rows.</summary>
    public void BeginRun(int total)
    {
        Status = SiteImportStatus.Running;
        CountsJson = JsonSerializer.Serialize(new ImportCounts { Total = total });
    }

    public void Progress(SourceKind step, ImportCounts counts)
    {
        Step = step;
        CountsJson = JsonSerializer.Serialize(counts);
    }

    public void End(SiteImportStatus status, DateTime now)
    {
        Status = status;
        IsStopping = false;
        EndTime = now;
    }

    public void Fail(BusinessException exception, DateTime now)
    {
        End(SiteImportStatus.Failed, now);
        ErrorCode = exception.Code;
        ErrorDataJson = JsonSerializer.Serialize(exception.Data.Keys.OfType<string>().ToDictionary(key => key, key => exception.Data[key]?.ToString()));
    }

    private static string CheckAddress(string address)
    {
        var text = address.Trim().TrimEnd('/');
        if (!text.Contains("://", StringComparison.Ordinal)) text = "https://" + text;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && text.Length <= SiteImportConsts.MaxAddressLength
            ? text
            : throw new BusinessException(SitesTransferErrorCodes.ImportAddressInvalid);
    }
}
