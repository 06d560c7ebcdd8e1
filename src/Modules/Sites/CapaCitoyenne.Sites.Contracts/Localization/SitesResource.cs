namespace CapaCitoyenne.Sites.Localization;

/// <summary>Texts of the module, in <c>Localization/Sites/{fr,en}.json</c>.</summary>
[LocalizationResourceName("Sites")]
public sealed class SitesResource;
