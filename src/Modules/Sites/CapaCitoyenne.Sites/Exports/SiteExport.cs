namespace CapaCitoyenne.Sites.Exports;

/// <summary>The finished files, kept for some days.</summary>
[BlobContainerName("sites-exports")]
internal sealed class ExportFiles;

/// <summary>A site as one file to take along.</summary>
internal sealed class SiteExport : CreationAuditedEntity<Guid>, IMultiTenant
{
    private SiteExport() { }

    public SiteExport(Guid id, SiteExportKind kind) : base(id) => Kind = kind;

    public Guid? TenantId { get; private set; }

    public SiteExportKind Kind { get; private set; }

    public SiteExportStatus Status { get; private set; }

    public int Done { get; private set; }

    public int Total { get; private set; }

    public long Size { get; private set; }

    public DateTime? ExpiryTime { get; private set; }

    public string? ErrorCode { get; private set; }

    public string BlobName => Id.ToString("N");

    public bool IsWorking => Status is SiteExportStatus.Waiting or SiteExportStatus.Running;

    public void Progress(int done, int total)
    {
        Status = SiteExportStatus.Running;
        Done = done;
        Total = total;
    }

    public void Finish(long size, DateTime now)
    {
        Status = SiteExportStatus.Ready;
        Done = Total;
        Size = size;
        ExpiryTime = now.AddDays(SiteExportConsts.DaysKept);
    }

    public void Fail(string code)
    {
        Status = SiteExportStatus.Failed;
        ErrorCode = code;
    }

    public void Expire() => Status = SiteExportStatus.Expired;
}
