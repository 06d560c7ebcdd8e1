using System.Text.RegularExpressions;
using MimeKit;

namespace CapaCitoyenne.TestBase;

/// <summary>The pickup folder: what the hub has sent.</summary>
public sealed partial class MailFolder(string path)
{
    /// <summary>Without the folders in it, where a batch is still being written.</summary>
    public IReadOnlyList<MimeMessage> All => Directory.Exists(path)
        ? [.. Directory.GetFiles(path, "*.eml").Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file))]
        : [];

    public IReadOnlyList<MimeMessage> To(string address)
        => [.. All.Where(message => message.To.Mailboxes.Any(mailbox => string.Equals(mailbox.Address, address, StringComparison.OrdinalIgnoreCase)))];

    /// <summary>The first link in the newest message to the address whose text contains <paramref name="part"/>.</summary>
    public Uri LinkTo(string address, string part) => To(address).Reverse()
        .SelectMany(message => Link().Matches(message.TextBody ?? message.HtmlBody ?? "").Select(match => match.Value))
        .Select(link => new Uri(link.TrimEnd('.', ')', '>')))
        .First(link => link.ToString().Contains(part, StringComparison.Ordinal));

    [GeneratedRegex(@"https?://[^\s""<>]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
