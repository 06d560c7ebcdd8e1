using System.Text.Encodings.Web;
using CapaCitoyenne.Sites.Localization;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Privacy;

/// <summary>Writes the block <c>data-uses</c>: what all modules do with data of people, so that the privacy page is right without anybody's care.</summary>
internal sealed class DataUsesWriter(IStringLocalizer<SitesResource> localizer, HtmlEncoder encoder) : ISingletonDependency
{
    public string Write(IReadOnlyList<DataUse> uses, bool asText)
    {
        if (uses.Count == 0) return asText ? localizer["Privacy:Nothing"].Value : "<p>" + encoder.Encode(localizer["Privacy:Nothing"]) + "</p>";
        return string.Join(asText ? "\n\n" : "", uses.Select(use => asText ? Text(use) : Html(use)));
    }

    private string Text(DataUse use) => use.Title + "\n" + string.Join('\n', Lines(use).Select(line => line.Name + " : " + line.Value));

    private string Html(DataUse use)
        => "<h3>" + encoder.Encode(use.Title) + "</h3><dl>" + string.Concat(Lines(use).Select(line => "<dt>" + encoder.Encode(line.Name) + "</dt><dd>" + encoder.Encode(line.Value) + "</dd>")) + "</dl>";

    private IEnumerable<(string Name, string Value)> Lines(DataUse use)
        => [(localizer["Privacy:Purpose"], use.Purpose), (localizer["Privacy:LegalBasis"], use.LegalBasis), (localizer["Privacy:Retention"], use.Retention)];
}
