namespace CapaCitoyenne.Sites.Public;

/// <summary>Words that visitors type.</summary>
internal static class VisitorText
{
    /// <summary>Without spaces around it and without control characters, which are nobody's words and which databases refuse.</summary>
    /// <param name="hasLines">Lines are kept.</param>
    public static string Clean(string? text, bool hasLines = false)
        => text is null ? "" : new string([.. text.Where(c => !char.IsControl(c) || (hasLines && c is '\n' or '\t'))]).Trim();
}
