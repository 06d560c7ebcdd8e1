using System.Text.Encodings.Web;
using CapaCitoyenne.Associations.Hub;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Sites.Localization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>Writes the block <c>legal-notice</c> from the association's profile.</summary>
internal sealed class LegalNoticeWriter(IStringLocalizer<SitesResource> localizer, IOptions<OperatorOptions> owner, HtmlEncoder encoder) : ISingletonDependency
{
    private const string EmailKey = "LegalNotice:Email";

    public string Write(LegalNoticeInfo notice, bool asText)
    {
        var lines = new List<(string Name, string Value)>
        {
            ("LegalNotice:Publisher", notice.Name),
            ("LegalNotice:Address", notice.Address ?? localizer["LegalNotice:ToComplete"]),
            ("LegalNotice:Director", notice.DirectorOfPublication ?? localizer["LegalNotice:ToComplete"]),
            (EmailKey, notice.ContactEmail),
        };
        if (notice.Phone is not null) lines.Add(("LegalNotice:Phone", notice.Phone));
        if (notice.RnaNumber is not null) lines.Add(("LegalNotice:Rna", notice.RnaNumber));
        lines.Add(("LegalNotice:Host", Host(owner.Value)));
        return asText
            ? string.Join('\n', lines.Select(line => localizer[line.Name] + " : " + line.Value))
            : "<dl>" + string.Concat(lines.Select(line => "<dt>" + encoder.Encode(localizer[line.Name]) + "</dt><dd>" + (line.Name == EmailKey ? MailTo(line.Value) : Lines(line.Value)) + "</dd>")) + "</dl>";
    }

    // Who keeps what a site publishes is the hub; whose machines it uses is said beside it.
    private string Host(OperatorOptions hub)
    {
        if (string.IsNullOrWhiteSpace(hub.Name) || string.IsNullOrWhiteSpace(hub.Address)) return localizer["LegalNotice:HostToComplete"];
        var machines = string.IsNullOrWhiteSpace(hub.HostName) ? null : localizer["LegalNotice:Machines", Joined(", ", hub.HostName, hub.HostAddress, hub.HostPhone)].Value;
        return Joined("\n", hub.Name, hub.Address, hub.Phone, hub.Email, machines);
    }

    private static string Joined(string separator, params IEnumerable<string?> parts) => string.Join(separator, parts.Where(part => !string.IsNullOrWhiteSpace(part)));

    private string MailTo(string email) => $"<a href=\"mailto:{encoder.Encode(email)}\">{encoder.Encode(email)}</a>";

    private string Lines(string text) => string.Join("<br>", text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(encoder.Encode));
}
