namespace CapaCitoyenne.Sites.Imports.WordPress;

/// <summary>The menu of newer WordPress themes, which is a text of blocks.</summary>
internal static class NavigationBlocks
{
    public static IEnumerable<SourceItem> Read(string body, string key)
    {
        var order = 0;
        foreach (var (node, parent, number) in Walk(BlockMarkup.Parse(body), null))
        {
            yield return new SourceItem(SourceKind.MenuItem, key + ":" + number, node.Text("label") ?? "")
            {
                Url = node.Text("url"), TargetKey = node.Text("kind") == "post-type" ? node.Text("id") : null, ParentKey = parent is null ? null : key + ":" + parent, Order = order++, Slug = key,
            };
        }
    }

    private static IEnumerable<(BlockNode Node, string? Parent, string Number)> Walk(IEnumerable<BlockNode> nodes, string? parent)
    {
        var next = 0;
        foreach (var node in nodes.Where(node => node.Name is "navigation-link" or "navigation-submenu"))
        {
            var number = (parent is null ? "" : parent + ".") + ++next;
            yield return (node, parent, number);
            foreach (var inner in Walk(node.Blocks, number)) yield return inner;
        }
    }
}
