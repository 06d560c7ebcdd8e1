using System.Globalization;
using CapaCitoyenne.Sites.Localization;

namespace CapaCitoyenne.Sites.Media;

internal sealed class MediaSettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context)
    {
        Add(MediaSettings.QuotaMegabytes, MediaSettings.DefaultQuotaMegabytes);
        Add(MediaSettings.HubQuotaMegabytes, MediaSettings.DefaultHubQuotaMegabytes);

        void Add(string name, int megabytes) => context.Add(new SettingDefinition(
            name, megabytes.ToString(CultureInfo.InvariantCulture), LocalizableString.Create<SitesResource>("Setting:" + name)));
    }
}
