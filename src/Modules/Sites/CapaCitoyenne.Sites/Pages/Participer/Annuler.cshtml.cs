using CapaCitoyenne.Associations;
using CapaCitoyenne.Sites.Agenda;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.Pages.Participer;

/// <summary>Behind the signed link of a mail: somebody will not come after all. A GET changes nothing, since mail scanners follow links.</summary>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(AnonymousRateLimits.Write)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public class AnnulerModel(IServiceProvider services, ICurrentTenant currentTenant) : PageModel
{
    /// <summary>Null when the link is not good (any more).</summary>
    public string? EventTitle { get; private set; }

    public string Name { get; private set; } = "";

    public bool IsDone { get; private set; }

    public async Task OnGetAsync(string token)
    {
        if (await FindAsync(token) is null) Response.StatusCode = 404;
    }

    public async Task OnPostAsync(string token)
    {
        if (await FindAsync(token) is not { } registration)
        {
            Response.StatusCode = 404;
            return;
        }
        await services.GetRequiredService<RegistrationManager>().CancelAsync(registration);
        IsDone = true;
    }

    private async Task<Registration?> FindAsync(string token)
    {
        if (currentTenant.Id is not { } tenantId || services.GetRequiredService<RegistrationLinks>().Read(tenantId, token) is not { } id) return null;
        if (await services.GetRequiredService<IRegistrationRepository>().FindAsync(id) is not { } registration) return null;
        EventTitle = (await services.GetRequiredService<IEventRepository>().FindAsync(registration.EventId))?.Title;
        Name = registration.Name;
        IsDone = registration.State == RegistrationState.Cancelled;
        return EventTitle is null ? null : registration;
    }
}
