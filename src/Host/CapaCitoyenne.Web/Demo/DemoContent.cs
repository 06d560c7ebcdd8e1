using System.Reflection;
using System.Text.Json;

namespace CapaCitoyenne.Web.Demo;

/// <summary>The texts of the demonstration: files of <c>Demo/Content</c>, inside the assembly.</summary>
internal sealed record DemoContent(
    string Password, DemoPerson Coordinator, IReadOnlyList<DemoAssociation> Associations, DemoAdaptation Adaptation)
{
    private const string Prefix = "demo/";

    public static DemoContent Load() => JsonSerializer.Deserialize<DemoContent>(Read("demo.json"), JsonSerializerOptions.Web)!;

    public static string Read(string path)
    {
        using var reader = new StreamReader(Open(path));
        return reader.ReadToEnd();
    }

    public static byte[] ReadBytes(string path)
    {
        using var buffer = new MemoryStream();
        using var stream = Open(path);
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }

    private static Stream Open(string path) => Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + path)
        ?? throw new FileNotFoundException("There is no such file in Demo/Content.", path);

    /// <summary>A page or post: its title is the first line, "# Title"; the rest is a document in plain text form.</summary>
    public static (string Title, string Text) ReadTitled(string path)
    {
        var text = Read(path);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return (text[2..end].Trim(), text[(end + 1)..].TrimStart());
    }
}

internal sealed record DemoPerson(string Name, string Email);

internal sealed record DemoMember(string Name, string Email, string[] Roles);

/// <param name="Folder">Where its texts are.</param>
/// <param name="Origin">Where its contacts come from: the proof of their consent.</param>
/// <param name="Contacts">"First Last &lt;address&gt;".</param>
internal sealed record DemoAssociation(
    string Folder, string Name, string Slug, string Town, string Theme, DemoPerson Admin, IReadOnlyList<DemoMember> Members, string Address, string Phone, string Origin,
    IReadOnlyList<string> Contacts, IReadOnlyList<DemoPage> Pages, IReadOnlyList<DemoPost> Posts, DemoLetter? Letter, IReadOnlyList<DemoGuide> Guides, DemoCourse? Course);

internal sealed record DemoPage(string File, bool IsHome);

internal sealed record DemoPost(string File, string? Slug, string Author, string Excerpt);

internal sealed record DemoLetter(string File, string Subject);

internal sealed record DemoGuide(string File, bool IsShared);

internal sealed record DemoCourse(string File, string Title, string Summary, string Lesson, string Aim, int Minutes);

/// <param name="By">Slug of the association that adapts.</param>
/// <param name="Of">Title of the guide that it adapts.</param>
internal sealed record DemoAdaptation(string By, string Of, string Title, string Aim);
