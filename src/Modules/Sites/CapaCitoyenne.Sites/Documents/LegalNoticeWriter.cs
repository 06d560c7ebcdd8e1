using System.Text.Encodings.Web;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Sites.Localization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>Writes the block <c>legal-notice</c> from the association's profile.</summary>
internal sealed class LegalNoticeWriter(IStringLocalizer<SitesResource> localizer, IConfiguration configuration, HtmlEncoder encoder) : ISingletonDependency
{
    public string Write(LegalNoticeInfo notice, bool asText)
    {
        var lines = new List<(string Name, string Value)>
        {
            ("LegalNotice:Publisher", notice.Name),
            ("LegalNotice:Address", notice.Address ?? localizer["LegalNotice:ToComplete"]),
            ("LegalNotice:Director", notice.DirectorOfPublication ?? localizer["LegalNotice:ToComplete"]),
            ("LegalNotice:Email", notice.ContactEmail),
        };
        if (notice.Phone is not null) lines.Add(("LegalNotice:Phone", notice.Phone));
        if (notice.RnaNumber is not null) lines.Add(("LegalNotice:Rna", notice.RnaNumber));
        // Name, address and telephone of whoever runs this hub.
        lines.Add(("LegalNotice:Host", configuration["App:HostNotice"] ?? "CapaCitoyenne"));
        return asText
            ? string.Join('\n', lines.Select(line => localizer[line.Name] + " : " + line.Value))
            : "<dl>" + string.Concat(lines.Select(line => "<dt>" + encoder.Encode(localizer[line.Name]) + "</dt><dd>" + Lines(line.Value) + "</dd>")) + "</dl>";
    }

    private string Lines(string text) => string.Join("<br>", text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(encoder.Encode));
}
