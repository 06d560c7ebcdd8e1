using System.Globalization;
using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Documents.Validation;

namespace CapaCitoyenne.Sites.Media;

/// <summary>
/// A picture or document of the space. Its bytes are blobs named after their content: an address never changes what it shows, and other bytes
/// for the same file have another address.
/// </summary>
internal sealed class MediaFile : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int HashLength = 32;
    public const int MaxContentTypeLength = 100;
    public const int MaxSearchTextLength = 1300;

    private const char Separator = ',';

    private MediaFile() { }

    public MediaFile(Guid id, Guid? tenantId, string fileName, FileContent content) : base(id)
    {
        TenantId = tenantId;
        Kind = content.Type.Kind;
        FileName = Check.NotNullOrWhiteSpace(fileName, nameof(fileName), MediaConsts.MaxFileNameLength);
        SetContent(content);
        Index();
    }

    public Guid? TenantId { get; private set; }

    public MediaKind Kind { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>The first 128 bits of the SHA-256 of the cleaned original, in hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    /// <summary>In pixels; 0 for documents.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    public bool IsTransparent { get; private set; }

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    public string? Alt { get; private set; }

    public bool IsDecorative { get; private set; }

    public string? Caption { get; private set; }

    public string? Credit { get; private set; }

    public string? ConsentNote { get; private set; }

    public DateOnly? ConsentUntil { get; private set; }

    /// <summary>Percent from the left.</summary>
    public int FocusX { get; private set; } = MediaConsts.Middle;

    /// <summary>Percent from the top.</summary>
    public int FocusY { get; private set; } = MediaConsts.Middle;

    /// <summary>Widths in pixels of the smaller sizes that exist, ascending, joined by commas; empty until the job has run.</summary>
    public string VariantWidths { get; private set; } = "";

    /// <summary>What it was before it was replaced, as <c>{hash}.{extension}</c> joined by commas: letters that were sent still show it.</summary>
    public string FormerText { get; private set; } = "";

    /// <summary>Bytes of what it was before.</summary>
    public long FormerSize { get; private set; }

    /// <summary>The words that it is found by, without accents.</summary>
    public string SearchText { get; private set; } = "";

    public FileType Type => FileTypes.OfContent(ContentType);

    /// <summary>The format of the smaller sizes besides WebP.</summary>
    public FileType FallbackType => IsTransparent ? FileTypes.Png : FileTypes.Jpeg;

    public IReadOnlyList<int> Variants => WidthsOf(VariantWidths);

    public MediaContent Content => new(Hash, ContentType, VariantWidths, FormerText);

    public bool HasVariants => VariantWidths.Length > 0;

    public IReadOnlyList<string> Formers => FormerText.Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    public void SetVariants(IEnumerable<int> widths) => VariantWidths = string.Join(Separator, widths);

    public void Rename(string fileName)
    {
        FileName = Check.NotNullOrWhiteSpace(fileName, nameof(fileName), MediaConsts.MaxFileNameLength).Trim();
        Index();
    }

    /// <summary>What it shows, or that it only decorates.</summary>
    /// <exception cref="BusinessException">MediaAltIsFileName.</exception>
    public void Describe(string? alt, bool isDecorative, string? caption, string? credit)
    {
        Alt = Clean(alt, nameof(alt), MediaConsts.MaxAltLength);
        if (Alt is not null && AltText.IsFileName(Alt)) throw new BusinessException(SitesErrorCodes.MediaAltIsFileName).WithData("Text", Alt);
        IsDecorative = isDecorative;
        Caption = Clean(caption, nameof(caption), MediaConsts.MaxCaptionLength);
        Credit = Clean(credit, nameof(credit), MediaConsts.MaxCreditLength);
        Index();
    }

    /// <param name="until">Last day; null when it has no end.</param>
    public void NoteConsent(string? note, DateOnly? until)
    {
        ConsentNote = Clean(note, nameof(note), MediaConsts.MaxConsentNoteLength);
        ConsentUntil = ConsentNote is null ? null : until;
    }

    /// <param name="x">Percent from the left.</param>
    /// <param name="y">Percent from the top.</param>
    public void Focus(int x, int y) => (FocusX, FocusY) = (Math.Clamp(x, 0, 100), Math.Clamp(y, 0, 100));

    /// <summary>
    /// Other bytes in its place: whatever shows it, shows these. Its words stay, where it is looked at and who agreed to be shown do not: they were about
    /// what was to be seen before.
    /// </summary>
    /// <exception cref="BusinessException">MediaKindDiffers.</exception>
    public void Replace(FileContent content)
    {
        if (content.Type.Kind != Kind) throw new BusinessException(SitesErrorCodes.MediaKindDiffers);
        FormerText = string.Join(Separator, Formers.Append(Hash + "." + Type.Extension));
        FormerSize += Size;
        SetContent(content);
        Focus(MediaConsts.Middle, MediaConsts.Middle);
        NoteConsent(null, null);
    }

    /// <summary>
    /// The same picture or document for another space, or the hub: what it shows and who made it. Not who agreed to be in it, which they told one
    /// space, nor what it was before it was replaced.
    /// </summary>
    public MediaFile CopyFor(Guid id, Guid? tenantId)
    {
        var copy = new MediaFile(id, tenantId, FileName, new FileContent(Type, Hash, Width, Height, IsTransparent, Size)) { VariantWidths = VariantWidths };
        copy.Describe(Alt, IsDecorative, Caption, Credit);
        copy.Focus(FocusX, FocusY);
        return copy;
    }

    /// <summary>Out of the trash.</summary>
    public void Restore() => Undelete();

    public static IReadOnlyList<int> WidthsOf(string variantWidths)
        => [.. variantWidths.Split(Separator, StringSplitOptions.RemoveEmptyEntries).Select(width => int.Parse(width, CultureInfo.InvariantCulture))];

    private void SetContent(FileContent content)
    {
        Hash = content.Hash;
        ContentType = content.Type.ContentType;
        (Width, Height, IsTransparent, Size) = (content.Width, content.Height, content.IsTransparent, content.Size);
        VariantWidths = "";
    }

    private void Index()
    {
        var words = string.Join(' ', new[] { FileName, Alt, Caption, Credit }.OfType<string>().Select(Slug.Fold));
        SearchText = words.Length <= MaxSearchTextLength ? words : words[..MaxSearchTextLength];
    }

    private static string? Clean(string? text, string name, int maxLength) => Check.Length(string.IsNullOrWhiteSpace(text) ? null : text.Trim(), name, maxLength);
}
