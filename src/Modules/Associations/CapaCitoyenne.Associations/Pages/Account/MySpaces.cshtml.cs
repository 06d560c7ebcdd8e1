using CapaCitoyenne.Associations.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapaCitoyenne.Associations.Pages.Account;

[Authorize]
public class MySpacesModel(ISessionAppService sessionAppService) : PageModel
{
    public IReadOnlyList<MembershipDto> Memberships { get; private set; } = [];

    public async Task OnGetAsync() => Memberships = (await sessionAppService.GetAsync()).Memberships;
}
