namespace CapaCitoyenne.Sites.Media;

internal static class MediaMapper
{
    public static MediaDto ToDto(this MediaFile file)
    {
        var resolved = file.ToResolved();
        return new MediaDto
        {
            Id = file.Id, Urn = Documents.Urn.Of("media", file.Id), FileName = file.FileName, Alt = file.Alt, Width = file.Width, Height = file.Height, Size = file.Size,
            HasVariants = file.HasVariants, Url = resolved.Url,
            ThumbnailUrl = resolved.Variants.OrderBy(v => v.Width).FirstOrDefault()?.Url ?? resolved.Url, CreationTime = file.CreationTime,
        };
    }
}
