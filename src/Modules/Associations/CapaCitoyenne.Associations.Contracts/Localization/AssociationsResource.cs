namespace CapaCitoyenne.Associations.Localization;

[LocalizationResourceName("Associations")]
public class AssociationsResource;
