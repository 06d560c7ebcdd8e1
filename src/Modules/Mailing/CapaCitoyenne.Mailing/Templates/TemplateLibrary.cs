using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Mailing.Automation;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Mailing.Templates;

/// <param name="Description">One sentence for who chooses.</param>
internal sealed record LibraryTemplate(string Key, string Name, string Description, LetterDraft Draft);

/// <summary>
/// The templates that come with the hub: files in <c>Templates/{language}</c>, in the plain text form of documents, filled in with what is known
/// of the association (<c>{Name}</c>, <c>{Town}</c>, <c>{ContactEmail}</c>). What only the writer knows stands in square brackets.
/// </summary>
internal sealed partial class TemplateLibrary(
    IPageDocumentIntegrationService documents, IAssociationIntegrationService associations, ICurrentTenant currentTenant) : ITransientDependency
{
    /// <summary>In the order in which they are shown.</summary>
    public static readonly string[] Keys =
        ["gazette", "short-news", "invitation", "agenda", "general-assembly", "volunteers", "donation", "minutes", "welcome", "thanks"];

    public async Task<List<LibraryTemplate>> GetListAsync()
    {
        var association = await FindAssociationAsync();
        return [.. Keys.Select(key => Read(key, association))];
    }

    public async Task<LibraryTemplate?> FindAsync(string key) => Keys.Contains(key) ? Read(key, await FindAssociationAsync()) : null;

    /// <summary>What a template leaves to the writer, as it stands there: <c>[date]</c>. Each once.</summary>
    public static IReadOnlyList<string> BlanksIn(string text) => [.. Blank().Matches(text).Select(match => match.Value).Distinct().Take(20)];

    private LibraryTemplate Read(string key, AssociationInfo association)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "fr";
        var root = JsonNode.Parse(documents.FromTwin(Load(language, key)))!.AsObject();
        Fill(root, association);
        string Take(string name)
        {
            var value = root[name]?.GetValue<string>() ?? "";
            root.Remove(name);
            return value;
        }

        var (name, description) = (Take("name"), Take("description"));
        var (subject, preview, purpose) = (Take("subject"), Take("preview"), Enum.Parse<ConsentPurpose>(Take("purpose")));
        return new LibraryTemplate(key, name, description, new LetterDraft(subject, preview, root.ToJsonString(), purpose, language));
    }

    private async Task<AssociationInfo> FindAssociationAsync()
    {
        var tenantId = currentTenant.Id ?? throw new EntityNotFoundException();
        return (await associations.GetListAsync([tenantId])).FirstOrDefault() ?? throw new EntityNotFoundException();
    }

    private static void Fill(JsonNode? node, AssociationInfo association)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields.ToList())
                {
                    if (value is JsonValue text && text.TryGetValue<string>(out var words)) fields[name] = Fill(words, association, isMarkdown: name == "markdown");
                    else Fill(value, association);
                }

                break;
            case JsonArray items:
                foreach (var item in items) Fill(item, association);
                break;
        }
    }

    /// <summary>A name is text, whatever Markdown could read into it.</summary>
    private static string Fill(string text, AssociationInfo association, bool isMarkdown) => text
        .Replace("{Name}", isMarkdown ? MarkdownText.Escape(association.Name) : association.Name, StringComparison.Ordinal)
        .Replace("{Town}", isMarkdown ? MarkdownText.Escape(association.Town) : association.Town, StringComparison.Ordinal)
        .Replace("{ContactEmail}", association.ContactEmail, StringComparison.Ordinal);

    private static string Load(string language, string key)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"templates/{language}/{key}.md")
            ?? throw new AbpException($"There is no template {key}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // No link, no picture, no tick box, no footnote: words that stand in brackets alone.
    [GeneratedRegex(@"(?<![!\]])\[(?![xX ]\]|\^)[^\[\]\n]{2,80}\](?![(\[:])", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}
