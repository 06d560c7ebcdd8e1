using System.Text.RegularExpressions;

namespace CapaCitoyenne.Sites.Documents.Validation;

/// <summary>Text alternatives of pictures.</summary>
public static partial class AltText
{
    /// <summary>« IMG_2041.jpg », « DSC-0012 »: what a camera calls a picture says nothing to somebody who does not see it.</summary>
    public static bool IsFileName(string text) => FileName().IsMatch(text);

    [GeneratedRegex(@"^\S*\.(jpe?g|png|webp|avif|gif|heic|heif|svg|tiff?|bmp)$|^(img|dsc[nf]?|dcim|pxl|image|photo|picture|p|screenshot|whatsapp image)[-_ ]?\d[\d\-_ ]*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex FileName();
}
