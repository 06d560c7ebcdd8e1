using System.Net;
using System.Text.RegularExpressions;
using CapaCitoyenne.Abp.Emailing;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CapaCitoyenne.Web.Pages.Mailbox;

/// <summary>Reads the .eml files that the pickup transports wrote. Only in development and only from the machine itself: messages hold sign-in links.</summary>
public sealed class PickupFolder(IOptions<MailOptions> options, IHostEnvironment environment) : ITransientDependency
{
    private const int ListLength = 200;

    private readonly string _folder = Path.GetFullPath(options.Value.PickupFolder);

    public bool IsOpenTo(HttpContext context)
        => environment.IsDevelopment() && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    /// <returns>At most 200, newest first; a file that is no message is left out.</returns>
    public IReadOnlyList<MailboxEntry> List()
    {
        var entries = new List<MailboxEntry>();
        foreach (var file in Files().OrderByDescending(f => f.LastWriteTimeUtc).ThenByDescending(f => f.Name, StringComparer.Ordinal).Take(ListLength))
        {
            if (Read(file) is { } message)
            {
                entries.Add(new MailboxEntry(Path.GetFileNameWithoutExtension(file.Name), message, file.LastWriteTimeUtc));
            }
        }

        return entries;
    }

    /// <param name="id">File name without its ending; compared with the names that exist, never used as a path.</param>
    public MailboxEntry? Find(string id)
    {
        var file = Files().FirstOrDefault(f => string.Equals(Path.GetFileNameWithoutExtension(f.Name), id, StringComparison.Ordinal));
        return file is not null && Read(file) is { } message ? new MailboxEntry(id, message, file.LastWriteTimeUtc) : null;
    }

    // Not the folders in it: there a batch is still being written.
    private IEnumerable<FileInfo> Files()
        => Directory.Exists(_folder) ? new DirectoryInfo(_folder).EnumerateFiles("*.eml") : [];

    private static MimeMessage? Read(FileInfo file)
    {
        try
        {
            using var stream = file.OpenRead();
            return MimeMessage.Load(stream);
        }
        catch (Exception exception) when (exception is FormatException or IOException)
        {
            return null;
        }
    }
}

/// <summary>One message of the pickup folder.</summary>
/// <param name="WrittenAt">UTC time of the file.</param>
public sealed partial record MailboxEntry(string Id, MimeMessage Message, DateTime WrittenAt)
{
    /// <summary>Addresses in the text part, in their order, each once.</summary>
    public IReadOnlyList<string> Links
        => [.. LinkRegex().Matches(Message.TextBody ?? "").Select(m => m.Value.TrimEnd('.', ',', ')')).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex("https?://[^\\s<>\"]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkRegex();
}
