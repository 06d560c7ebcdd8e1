namespace CapaCitoyenne.Sites.Menus;

/// <summary>The menu of the current space's site: one tree of at most two levels.</summary>
public interface IMenuAppService : IApplicationService
{
    Task<MenuDto> GetAsync();

    /// <summary>
    /// Puts the tree in the place of the one before. Errors: MenuTooLong, MenuTooDeep, MenuTargetInvalid, MenuTitleMissing (400);
    /// 409 when somebody else changed it since it was read.
    /// </summary>
    Task<MenuDto> UpdateAsync(UpdateMenuInput input);
}
