namespace CapaCitoyenne.Sites.Imports;

internal static class ImportNotes
{
    /// <summary>Characters kept of something that was left out. The file itself is kept for a month.</summary>
    public const int MaxOriginalLength = 4000;
}
