using System.IO.Compression;
using System.Text;

namespace CapaCitoyenne.TestBase;

/// <summary>Small archives, made and read in memory.</summary>
public static class ZipFiles
{
    public static byte[] Of(params (string Name, string Text)[] files) => Of(files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text))));

    public static byte[] Of(IEnumerable<(string Name, byte[] Content)> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return stream.ToArray();
    }

    public static string Text(this ZipArchive archive, string name) => Encoding.UTF8.GetString((archive.GetEntry(name) ?? throw new FileNotFoundException(name)).Bytes());

    public static byte[] Bytes(this ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var buffer = new MemoryStream();
        content.CopyTo(buffer);
        return buffer.ToArray();
    }
}
