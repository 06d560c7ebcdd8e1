namespace CapaCitoyenne.Sites.Media;

/// <summary>The bytes of pictures: <c>{hash}/o.jpg</c>, <c>{hash}/480.webp</c>, <c>{hash}/480.jpg</c>…</summary>
[BlobContainerName("sites-media")]
internal sealed class MediaContainer;
