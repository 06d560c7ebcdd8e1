namespace CapaCitoyenne.Web;

/// <summary>Texts of the hub's own pages: Localization/Hub/{fr,en}.json.</summary>
[LocalizationResourceName("Hub")]
public sealed class HubResource;
