namespace CapaCitoyenne.Sites.Media;

/// <summary>A picture of the space. Its bytes are blobs named after their content: an address never changes what it shows.</summary>
internal sealed class MediaFile : CreationAuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int HashLength = 32;
    public const int MaxContentTypeLength = 32;

    private MediaFile() { }

    public MediaFile(Guid id, Guid? tenantId, string fileName, string hash, string contentType, int width, int height, long size) : base(id)
    {
        TenantId = tenantId;
        FileName = Check.Length(fileName, nameof(fileName), MediaConsts.MaxFileNameLength)!;
        Hash = hash;
        ContentType = contentType;
        Width = width;
        Height = height;
        Size = size;
    }

    public Guid? TenantId { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>The first 128 bits of the SHA-256 of the cleaned original, in hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    public string? Alt { get; private set; }

    /// <summary>Widths in pixels of the smaller sizes that exist, ascending, joined by commas; empty until the job has run.</summary>
    public string VariantWidths { get; private set; } = "";

    public IReadOnlyList<int> Variants
        => [.. VariantWidths.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(width => int.Parse(width, System.Globalization.CultureInfo.InvariantCulture))];

    public bool HasVariants => VariantWidths.Length > 0;

    public void SetAlt(string? alt) => Alt = Check.Length(string.IsNullOrWhiteSpace(alt) ? null : alt.Trim(), nameof(alt), MediaConsts.MaxAltLength);

    public void SetVariants(IEnumerable<int> widths) => VariantWidths = string.Join(',', widths);
}
