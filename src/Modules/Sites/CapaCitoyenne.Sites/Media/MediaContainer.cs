namespace CapaCitoyenne.Sites.Media;

/// <summary>The bytes of pictures and documents: <c>{hash}/o.jpg</c>, <c>{hash}/480.webp</c>, <c>{hash}/480.jpg</c>, <c>{hash}/o.pdf</c>…</summary>
[BlobContainerName("sites-media")]
internal sealed class MediaContainer;
