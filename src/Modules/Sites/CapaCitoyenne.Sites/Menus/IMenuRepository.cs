namespace CapaCitoyenne.Sites.Menus;

internal interface IMenuRepository : IRepository<Menu, Guid>
{
    /// <summary>Takes the row until the commit, then reads it: pages that join the menu at once wait for each other.</summary>
    Task<Menu?> FindForChangeAsync();
}
