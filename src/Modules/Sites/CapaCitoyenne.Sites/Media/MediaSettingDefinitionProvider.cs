using System.Globalization;
using CapaCitoyenne.Sites.Localization;

namespace CapaCitoyenne.Sites.Media;

internal sealed class MediaSettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) => context.Add(new SettingDefinition(
        MediaSettings.QuotaMegabytes, MediaSettings.DefaultQuotaMegabytes.ToString(CultureInfo.InvariantCulture),
        LocalizableString.Create<SitesResource>("Setting:" + MediaSettings.QuotaMegabytes)));
}
