using System.Text.Json;
using CapaCitoyenne.Sites.Documents.Prose;

namespace CapaCitoyenne.Sites.Menus;

/// <summary>The menu of one site; there is exactly one. Entries name what they lead to, not its address or title.</summary>
internal sealed class Menu : AuditedAggregateRoot<Guid>, IMultiTenant
{
    private Menu() { }

    public Menu(Guid id, Guid tenantId, IReadOnlyList<MenuItem> items) : base(id)
    {
        TenantId = tenantId;
        Set(items);
    }

    public Guid? TenantId { get; private set; }

    /// <summary><see cref="Items"/> as they are stored.</summary>
    public string Json { get; private set; } = "[]";

    public IReadOnlyList<MenuItem> Items => JsonSerializer.Deserialize<List<MenuItem>>(Json, JsonSerializerOptions.Web)!;

    /// <exception cref="BusinessException">Too long, too deep, or an entry that leads nowhere.</exception>
    public void Set(IReadOnlyList<MenuItem> items)
    {
        if (items.Sum(item => 1 + item.Children.Count) > MenuConsts.MaxItems) throw new BusinessException(SitesErrorCodes.MenuTooLong).WithData("Max", MenuConsts.MaxItems);
        foreach (var item in items) Check(item, isTop: true);
        Json = JsonSerializer.Serialize(items, JsonSerializerOptions.Web);
    }

    public bool Has(string target) => Items.Any(item => item.Target == target || item.Children.Any(child => child.Target == target));

    public void Add(string target)
    {
        if (!Has(target)) Set([.. Items, new MenuItem(target, null, [])]);
    }

    /// <summary>What was under the entry takes its place.</summary>
    public void Remove(string target) => Set([.. Items.SelectMany(item
        => item.Target == target ? item.Children : (IEnumerable<MenuItem>)[item with { Children = [.. item.Children.Where(child => child.Target != target)] }])]);

    private static void Check(MenuItem item, bool isTop)
    {
        if (!isTop && item.Children.Count > 0) throw new BusinessException(SitesErrorCodes.MenuTooDeep);
        var kind = LinkPolicy.Classify(item.Target);
        var isOfSite = kind == LinkKind.Reference && !LinkPolicy.IsMedia(item.Target) || item.Target is MenuConsts.News or MenuConsts.Agenda;
        if (item.Target is not null && !isOfSite && kind != LinkKind.Absolute && !(kind == LinkKind.Relative && item.Target.StartsWith('/')))
            throw new BusinessException(SitesErrorCodes.MenuTargetInvalid).WithData("Target", item.Target);
        if (item.Title is null && !isOfSite) throw new BusinessException(SitesErrorCodes.MenuTitleMissing);
        foreach (var child in item.Children) Check(child, isTop: false);
    }
}

/// <param name="Target">Null: a heading over its children.</param>
/// <param name="Title">Null: the title of what it leads to.</param>
internal sealed record MenuItem(string? Target, string? Title, IReadOnlyList<MenuItem> Children);
