namespace CapaCitoyenne.Library.Localization;

/// <summary>Texts of the library, in <c>Localization/Library/{fr,en}.json</c>.</summary>
[LocalizationResourceName("Library")]
public sealed class LibraryResource;
