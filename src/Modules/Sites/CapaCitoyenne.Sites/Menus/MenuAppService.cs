using CapaCitoyenne.Sites.Permissions;
using CapaCitoyenne.Sites.Sites;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Menus;

[Authorize(SitesPermissions.Pages.Default)]
internal sealed class MenuAppService(IMenuRepository menus, MenuManager manager, SiteManager siteManager) : SitesAppService, IMenuAppService
{
    public async Task<MenuDto> GetAsync() => await ToDtoAsync(await menus.FindAsync(menu => menu.TenantId == CurrentTenant.Id) ?? new Menu(Guid.Empty, CurrentTenant.Id!.Value, []));

    [Authorize(SitesPermissions.Pages.Publish)]
    public async Task<MenuDto> UpdateAsync(UpdateMenuInput input)
    {
        var menu = await manager.GetForChangeAsync();
        menu.ConcurrencyStamp = input.ConcurrencyStamp;
        menu.Set(ToItems(input.Items));
        await CurrentUnitOfWork!.SaveChangesAsync();
        await siteManager.ContentChangedAsync();
        return await ToDtoAsync(menu);
    }

    // JSON may hold null where a list or an entry is asked for.
    private static List<MenuItem> ToItems(IReadOnlyList<MenuItemInput?>? items)
        => [.. (items ?? []).OfType<MenuItemInput>().Select(item => new MenuItem(Clean(item.Target), Clean(item.Title), ToItems(item.Children)))];

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private async Task<MenuDto> ToDtoAsync(Menu menu) => new()
    {
        Items = (await manager.DescribeAsync(menu)).ConvertAll(ToDto), ConcurrencyStamp = menu.ConcurrencyStamp,
    };

    private static MenuItemDto ToDto(DescribedMenuItem item) => new(item.Target, item.Title, item.Label, item.IsOnline, [.. item.Children.Select(ToDto)]);
}
