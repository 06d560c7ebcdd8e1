using CapaCitoyenne.Associations.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapaCitoyenne.Associations.Pages.Account;

[Authorize]
public class MySpacesModel(ISessionAppService sessionAppService) : PageModel
{
    public IReadOnlyList<MembershipDto> Memberships { get; private set; } = [];

    /// <summary>May review what associations share.</summary>
    public bool IsCoordinator { get; private set; }

    public bool IsOperator { get; private set; }

    public async Task OnGetAsync()
    {
        var session = await sessionAppService.GetAsync();
        Memberships = session.Memberships;
        IsCoordinator = session.HubRoles.Contains(HubRoles.Coordinator);
        IsOperator = session.HubRoles.Contains(HubRoles.Operator);
    }
}
