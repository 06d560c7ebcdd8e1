using System.Globalization;
using System.Text.Encodings.Web;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Localization;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Accessibility;

/// <summary>Writes the block <c>accessibility-statement</c> from what the association states.</summary>
internal sealed class AccessibilityStatementWriter(IStringLocalizer<SitesResource> localizer, HtmlEncoder encoder) : ISingletonDependency
{
    public string Write(AccessibilityStatement statement, bool asText)
    {
        string title = localizer["Accessibility:Title:" + statement.State];
        var lines = new List<string> { localizer["Accessibility:Text:" + statement.State] };
        if (statement is { AuditDay: { } day, Auditor: { } auditor, Rate: { } rate })
        {
            lines.Add(localizer[
                "Accessibility:Audit", auditor, day.ToString(SiteDay.LongFormat, CultureInfo.CurrentCulture), rate.ToString("0.##", CultureInfo.CurrentCulture)]);
        }
        if (statement.IsPublicService) lines.Add(localizer["Accessibility:PublicService"]);
        return asText
            ? title + "\n\n" + string.Join("\n\n", lines)
            : "<h2>" + encoder.Encode(title) + "</h2>" + string.Concat(lines.Select(line => "<p>" + encoder.Encode(line) + "</p>"));
    }
}
