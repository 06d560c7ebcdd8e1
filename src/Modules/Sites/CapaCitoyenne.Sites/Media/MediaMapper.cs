namespace CapaCitoyenne.Sites.Media;

internal static class MediaMapper
{
    public static MediaDto ToDto(this MediaFile file)
    {
        var resolved = file.ToResolved();
        var thumbnail = resolved.Variants.OrderBy(variant => variant.Width).FirstOrDefault()?.Url ?? resolved.Url;
        return new MediaDto
        {
            Id = file.Id, Urn = Documents.Urn.Of("media", file.Id), Kind = file.Kind, FileName = file.FileName, ContentType = file.ContentType,
            Alt = file.Alt, IsDecorative = file.IsDecorative, Caption = file.Caption, Credit = file.Credit, ConsentNote = file.ConsentNote, ConsentUntil = file.ConsentUntil,
            Width = file.Width, Height = file.Height, FocusX = file.FocusX, FocusY = file.FocusY, Size = file.Size, HasVariants = file.HasVariants,
            Url = resolved.Url, ThumbnailUrl = file.Kind == MediaKind.Picture ? thumbnail : "", CreationTime = file.CreationTime, DeletionTime = file.DeletionTime, ConcurrencyStamp = file.ConcurrencyStamp,
        };
    }
}
