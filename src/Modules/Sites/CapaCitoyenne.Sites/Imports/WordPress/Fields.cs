namespace CapaCitoyenne.Sites.Imports.WordPress;

/// <summary>The fields of one item of a WXR file, by their usual prefix.</summary>
internal sealed class Fields
{
    private readonly Dictionary<string, string> _values = [];
    private readonly List<(string Name, string Value)> _meta = [];
    private string? _metaKey;

    public List<(string Domain, string Slug, string Name)> Terms { get; } = [];

    /// <summary>How many comments there were.</summary>
    public int Comments { get; private set; }

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>All values of one key: some keys come several times.</summary>
    public IEnumerable<string> Meta(string name) => _meta.Where(pair => pair.Name == name).Select(pair => pair.Value.Trim());

    public void Add(string name, string? parent, string value, string domain, string nicename)
    {
        switch (name)
        {
            case "wp:comment":
                Comments++;
                break;
            case "wp:meta_key" when parent == "wp:postmeta":
                _metaKey = value.Trim();
                break;
            case "wp:meta_value" when parent == "wp:postmeta" && _metaKey is not null:
                if (IsWanted(_metaKey)) _meta.Add((_metaKey, value));
                _metaKey = null;
                break;
            case "category" when parent is "item":
                if (nicename.Length > 0) Terms.Add((domain, nicename, value.Trim()));
                break;
            default:
                if (parent is "item" or "wp:category" or "wp:author") _values.TryAdd(name, name is "content:encoded" ? value : value.Trim());
                break;
        }
    }

    private static bool IsWanted(string key)
        => key is "_thumbnail_id" or "_wp_old_slug" or "_wp_attachment_image_alt" or "_wp_attached_file" || key.StartsWith("_menu_item_", StringComparison.Ordinal);
}
