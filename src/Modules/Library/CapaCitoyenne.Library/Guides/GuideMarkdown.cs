using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CapaCitoyenne.Library.Guides;

/// <summary>
/// Guides as Markdown files with YAML front matter, with the words that a volunteer would write (<c>titre</c>, <c>durée: 2 h 30</c>,
/// <c>participants: 12 à 60</c>) or their English names. Pure code: reading gives an input and the Markdown after the front matter.
/// </summary>
internal static class GuideMarkdown
{
    private const string Fence = "---";

    // A list in the mapping, both in a document of a stream.
    private const int MaxDepth = 8;

    /// <exception cref="BusinessException"><see cref="LibraryErrorCodes.FrontMatterInvalid"/>, with the line and what stands there.</exception>
    public static (GuideFile Guide, string Body) Read(string markdown)
    {
        var (frontMatter, body) = Split(markdown.Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart('\uFEFF'));
        var input = new GuideFile();
        foreach (var field in Fields(frontMatter))
        {
            GuideFrontMatter.Apply(input, field);
        }

        body = TakeTitle(input, body);
        if (input.Title.Length is 0 or > GuideConsts.MaxTitleLength)
        {
            throw Invalid(1, $"titre: {input.Title}");
        }

        return (input, body);
    }

    public static string Write(GuideDto guide, string body)
    {
        var file = new StringBuilder().Append(Fence).Append('\n');
        GuideFrontMatter.Write(file, guide);
        return file.Append(Fence).Append("\n\n").Append(body.Trim()).Append('\n').ToString();
    }

    internal static BusinessException Invalid(long line, string problem)
        => new BusinessException(LibraryErrorCodes.FrontMatterInvalid).WithData("Line", line).WithData("Problem", problem);

    private static (string FrontMatter, string Body) Split(string markdown)
    {
        if (!markdown.StartsWith(Fence + "\n", StringComparison.Ordinal))
        {
            return ("", markdown);
        }

        var end = markdown.IndexOf("\n" + Fence, Fence.Length, StringComparison.Ordinal);
        if (end < 0)
        {
            throw Invalid(1, Fence);
        }

        var body = markdown.IndexOf('\n', end + 1);
        return (markdown[(Fence.Length + 1)..Math.Max(end, Fence.Length + 1)], body < 0 ? "" : markdown[(body + 1)..]);
    }

    private static IEnumerable<FrontMatterField> Fields(string frontMatter)
    {
        if (string.IsNullOrWhiteSpace(frontMatter))
        {
            return [];
        }

        try
        {
            CheckDepth(frontMatter);
            var stream = new YamlStream();
            stream.Load(new StringReader(frontMatter));
            return stream.Documents.Count == 0 ? []
                : stream.Documents[0].RootNode is YamlMappingNode root
                ? [.. root.Children.Select(child => new FrontMatterField(child.Key.ToString(), Values(child.Value), child.Key.Start.Line + 1))]
                : throw Invalid(2, frontMatter.Split('\n')[0]);
        }
        catch (YamlException exception)
        {
            throw Invalid(exception.Start.Line + 1, exception.Message);
        }
    }

    // Building the tree descends once a level, without a limit: thousands of brackets would end the process, and aliases let a small file name the same
    // branch a billion times. Events are read without descending.
    private static void CheckDepth(string frontMatter)
    {
        var parser = new Parser(new StringReader(frontMatter));
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MaxDepth || parser.Current is AnchorAlias) throw Invalid(parser.Current.Start.Line + 1, frontMatter.Split('\n')[(int)parser.Current.Start.Line - 1]);
        }
    }

    private static List<string> Values(YamlNode node) => node switch
    {
        YamlScalarNode scalar => string.IsNullOrEmpty(scalar.Value) ? [] : [scalar.Value],
        YamlSequenceNode sequence => [.. sequence.Children.OfType<YamlScalarNode>().Select(item => item.Value ?? "")],
        _ => throw Invalid(node.Start.Line + 1, "{ … }"),
    };

    // A first "# Title" repeats the title; without front matter it is the title.
    private static string TakeTitle(CreateGuideInput input, string body)
    {
        var text = body.TrimStart();
        if (!text.StartsWith("# ", StringComparison.Ordinal))
        {
            return text;
        }

        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var heading = (end < 0 ? text[2..] : text[2..end]).Trim();
        if (input.Title.Length == 0)
        {
            input.Title = heading;
        }

        return heading == input.Title ? (end < 0 ? "" : text[(end + 1)..].TrimStart()) : text;
    }
}

/// <param name="Name">Key as written.</param>
/// <param name="Values">One value, or the items of a list.</param>
/// <param name="Line">Line in the file, from 1.</param>
internal sealed record FrontMatterField(string Name, List<string> Values, long Line)
{
    public string Text => string.Join(", ", Values);

    public bool IsEmpty => Values.TrueForAll(string.IsNullOrWhiteSpace);
}
