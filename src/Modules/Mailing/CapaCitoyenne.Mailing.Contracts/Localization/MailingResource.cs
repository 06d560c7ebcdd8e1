namespace CapaCitoyenne.Mailing.Localization;

/// <summary>Texts of the module: error codes, permission names, public pages, fixed parts of a letter.</summary>
[LocalizationResourceName("Mailing")]
public class MailingResource;
