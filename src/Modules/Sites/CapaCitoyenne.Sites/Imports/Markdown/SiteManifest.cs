namespace CapaCitoyenne.Sites.Imports.Markdown;

/// <summary><c>site.yml</c>: what of a site is not in its texts. Unknown names are passed over, so that older versions read newer archives.</summary>
internal sealed class SiteManifest
{
    public string Format { get; set; } = ArchiveNames.Format;
    public string Title { get; set; } = "";
    public string Url { get; set; } = "";
    public string Language { get; set; } = "fr";
    public Dictionary<string, string> Look { get; set; } = [];
    public List<CategoryEntry> Categories { get; set; } = [];
    public List<MenuEntry> Menu { get; set; } = [];
    public List<TextEntry> Texts { get; set; } = [];
    public List<MediaEntry> Media { get; set; } = [];
    public List<FileEntry> Forms { get; set; } = [];
    public List<FileEntry> Events { get; set; } = [];
    public List<FormerAddressEntry> FormerAddresses { get; set; } = [];

    /// <summary>Paths that lead to the list of news since what they showed is gone: those of deleted categories.</summary>
    public List<string> FormerNewsAddresses { get; set; } = [];

    internal sealed class CategoryEntry
    {
        public string Name { get; set; } = "";
        public string Slug { get; set; } = "";

        /// <summary>Paths of its page before it was renamed, or others merged into it.</summary>
        public List<string> FormerAddresses { get; set; } = [];
    }

    /// <summary>An entry leads to a text (its file) or an address; without a title it has that of its text.</summary>
    internal sealed class MenuEntry
    {
        public string? Title { get; set; }
        public string? Target { get; set; }
        public List<MenuEntry> Children { get; set; } = [];
    }

    internal sealed class TextEntry
    {
        public string Id { get; set; } = "";
        public string File { get; set; } = "";

        /// <summary>The draft over what is online, when there is one.</summary>
        public string? Draft { get; set; }

        /// <summary>A page with a special task: Home, LegalNotice, Privacy, Accessibility.</summary>
        public string? Kind { get; set; }
        public bool IsPost { get; set; }

        /// <summary>When it went online (UTC); absent for what is not online.</summary>
        public DateTime? Published { get; set; }

        /// <summary>When what is not online any more first went online (UTC).</summary>
        public DateTime? WasPublished { get; set; }
    }

    internal sealed class MediaEntry
    {
        public string Id { get; set; } = "";
        public string File { get; set; } = "";

        /// <summary>Its bytes were lost where it was: there is no file.</summary>
        public bool Missing { get; set; }
        public string Name { get; set; } = "";
        public string? Alt { get; set; }
        public string? Caption { get; set; }

        /// <summary>Credit, consent, where a crop looks.</summary>
        public Dictionary<string, string> Details { get; set; } = [];
    }

    internal sealed class FormerAddressEntry
    {
        public string Path { get; set; } = "";
        public string Text { get; set; } = "";
    }

    /// <summary>A form or an event, which lies in a file of its own.</summary>
    internal sealed class FileEntry
    {
        public string Id { get; set; } = "";
        public string File { get; set; } = "";
    }

    public string Write() => ArchiveYaml.Write(this);

    /// <exception cref="BusinessException">ImportFileUnreadable, with the line.</exception>
    public static SiteManifest Read(string yaml) => ArchiveYaml.Read<SiteManifest>(yaml);
}
