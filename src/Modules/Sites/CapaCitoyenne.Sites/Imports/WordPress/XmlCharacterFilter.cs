using System.Xml;

namespace CapaCitoyenne.Sites.Imports.WordPress;

/// <summary>
/// Lets old exports through: characters that XML 1.0 has no place for become U+FFFD, and what stands before the first <c>&lt;</c> (a byte order
/// mark, blank lines that some plugin printed) is passed over.
/// </summary>
internal sealed class XmlCharacterFilter(TextReader inner) : TextReader
{
    private bool _hasBegun;

    public override int Peek() => throw new NotSupportedException();

    public override int Read()
    {
        var one = new char[1];
        return Read(one, 0, 1) == 0 ? -1 : one[0];
    }

    public override int Read(char[] buffer, int index, int count) => Clean(buffer, index, inner.Read(buffer, index, count), () => inner.Read(buffer, index, count));

    public override async Task<int> ReadAsync(char[] buffer, int index, int count)
    {
        int read;
        do
        {
            read = await inner.ReadAsync(buffer, index, count);
            if (read == 0) return 0;
            read = Clean(buffer, index, read, null);
        }
        while (read == 0);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private int Clean(char[] buffer, int index, int read, Func<int>? more)
    {
        while (read > 0 && !_hasBegun)
        {
            var first = Array.IndexOf(buffer, '<', index, read);
            if (first >= 0)
            {
                _hasBegun = true;
                read -= first - index;
                Array.Copy(buffer, first, buffer, index, read);
            }
            else if (more is null) return 0;
            else read = more();
        }
        for (var i = index; i < index + read; i++)
            if (!XmlConvert.IsXmlChar(buffer[i]) && !char.IsSurrogate(buffer[i])) buffer[i] = '\uFFFD';
        return read;
    }
}
