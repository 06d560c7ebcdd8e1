namespace CapaCitoyenne.Learning.Catalogue;

/// <summary>Where readers find courses: the hub's at <c>/formations/{course}</c>, those of a space at <c>/formations/de/{space}/{course}</c>.</summary>
internal static class CourseAddresses
{
    public const string Hub = "/formations";

    /// <param name="space">Its slug.</param>
    public static string Of(string space) => $"{Hub}/de/{space}";
}
