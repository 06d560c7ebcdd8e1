using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapaCitoyenne.Associations.Pages.Account;

public class SignUpDoneModel : PageModel
{
    [BindProperty(SupportsGet = true, Name = "courriel")]
    public string? Email { get; set; }

    [BindProperty(SupportsGet = true, Name = "espace")]
    public string? Slug { get; set; }
}
