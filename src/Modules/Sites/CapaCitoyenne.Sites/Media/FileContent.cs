namespace CapaCitoyenne.Sites.Media;

/// <summary>The bytes of a file, checked, and cleaned where they are a picture.</summary>
/// <param name="Hash">See <see cref="MediaFile.Hash"/>.</param>
/// <param name="Width">In pixels; 0 for documents.</param>
/// <param name="Size">Bytes.</param>
internal sealed record FileContent(FileType Type, string Hash, int Width, int Height, bool IsTransparent, long Size);
