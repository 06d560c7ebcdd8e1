namespace CapaCitoyenne.Learning.Questions.Gift;

/// <summary>The line <c>$CATEGORY: a/b</c>, which holds for the questions after it.</summary>
internal static class GiftCategory
{
    private const string Keyword = "$CATEGORY:";

    /// <summary>The category named by a block's first line, or null; <paramref name="rest"/> is what is left to read.</summary>
    public static string? Read(GiftSpan block, out GiftSpan rest)
    {
        rest = block.Trim();
        if (!rest.ToString().StartsWith(Keyword, StringComparison.Ordinal)) return null;
        var end = rest.IndexOf('\n');
        var line = (end < 0 ? rest : rest.To(end)).ToString();
        rest = (end < 0 ? rest.From(rest.Length) : rest.From(end)).Trim();
        return Normalize(line[Keyword.Length..]);
    }

    public static string Write(string category) =>
        $"{Keyword} {(category.Length == 0 ? "$course$/top" : category)}";

    private static string Normalize(string path)
    {
        path = path.Trim();
        if (path.StartsWith("$course$", StringComparison.Ordinal)) path = path["$course$".Length..].TrimStart('/');
        if (path == "top") return "";
        return path.StartsWith("top/", StringComparison.Ordinal) && !path.StartsWith("top//", StringComparison.Ordinal) ? path["top/".Length..] : path;
    }
}
