namespace CapaCitoyenne.Learning.Localization;

/// <summary>Texts of the courses, in <c>Localization/Learning/{fr,en}.json</c>.</summary>
[LocalizationResourceName("Learning")]
public sealed class LearningResource;
