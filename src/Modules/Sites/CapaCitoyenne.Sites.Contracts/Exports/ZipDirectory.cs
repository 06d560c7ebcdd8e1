using System.Buffers.Binary;

namespace CapaCitoyenne.Sites.Exports;

/// <summary>
/// A look at the directory of a zip archive before it is opened: opening reads all of it into memory, and a small file of millions of empty entries
/// would fill that. (PKWARE APPNOTE 6.3.10, 4.3.12 and 4.3.16.)
/// </summary>
public static class ZipDirectory
{
    private const uint EndSignature = 0x06054b50;
    private const int EndLength = 22;
    private const int MaxCommentLength = ushort.MaxValue;

    // 46 bytes, a name and what some programs write beside it.
    private const int MaxBytesOfEntry = 600;

    /// <summary>False when it has more entries than that, or could have. True also for what is no archive: whoever opens it says so.</summary>
    /// <param name="stream">Seekable; stands at its beginning afterwards.</param>
    /// <param name="maxEntries">At most 65,534: archives with a 64-bit directory are refused.</param>
    public static bool IsWithin(Stream stream, int maxEntries)
    {
        var tail = new byte[Math.Min(stream.Length, EndLength + MaxCommentLength)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        stream.Position = 0;
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            var end = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) != EndSignature) continue;
            var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
            var start = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
            var bytes = stream.Length - tail.Length + at - start;
            return entries <= maxEntries && bytes <= (long)maxEntries * MaxBytesOfEntry;
        }

        return true;
    }
}
