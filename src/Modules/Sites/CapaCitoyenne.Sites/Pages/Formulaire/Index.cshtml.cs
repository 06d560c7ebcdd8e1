using CapaCitoyenne.Associations;
using CapaCitoyenne.Sites.Forms;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Pages.Formulaire;

/// <summary>Takes in forms, and shows one by itself. Sites have no cookies, hence nothing that a forged request could abuse.</summary>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(AnonymousRateLimits.Write)]
[RequestSizeLimit(VisitorPages.MaxRequestBytes)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public class IndexModel(IServiceProvider services, ICurrentTenant currentTenant, IStringLocalizer<SitesResource> localizer) : PageModel
{
    public string Title { get; private set; } = "";

    /// <summary>Whether something that was written has to be corrected.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Written by <see cref="FormHtml"/>, which answers for escaping.</summary>
    public string? Form { get; private set; }

    public string? Notice { get; private set; }

    public string? Result { get; private set; }

    /// <summary>What was written into a form that was closed meanwhile, by question.</summary>
    public IReadOnlyList<(string Label, string Text)> Written { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, string? recu)
    {
        if (await FindAsync(id) is not { } form) return NotFound();
        Title = form.Name;
        if (recu is not null) Result = form.SuccessMessage ?? localizer["Form:Success"];
        else if (!form.IsOpen) Notice = localizer["Form:Closed"];
        else Form = services.GetRequiredService<FormHtml>().Write(form);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!Request.HasFormContentType || await FindAsync(id) is not { } form) return NotFound();
        Title = form.Name;
        var sent = await Request.ReadFormAsync();
        var answers = FormAnswers.Read(form, name => [.. sent[name].Select(value => value ?? "")]);
        if (!form.IsOpen)
        {
            Notice = localizer["Form:Closed"];
            Written = [.. answers.ToList(form).Select(answer => (answer.Label, string.Join(", ", answer.Values)))];
            Response.StatusCode = 400;
            return Page();
        }
        var check = services.GetRequiredService<VisitorFormGuard>().Check(Request, sent, id, form.Fields.Select(answers.Text));
        if (check == VisitorCheck.Machine) return Thank(id);
        if (check == VisitorCheck.Passed && answers.Errors.Count == 0)
        {
            if (await services.GetRequiredService<FormManager>().ReceiveAsync(form, answers) == FormReception.Received) return Thank(id);
            Notice = localizer["Form:TooMany"];
            Response.StatusCode = 429;
        }
        else
        {
            HasErrors = answers.Errors.Count > 0;
            if (!HasErrors) Notice = localizer["Form:AskAgain"];
            Response.StatusCode = 400;
        }
        Form = services.GetRequiredService<FormHtml>().Write(form, answers, isSecond: true);
        return Page();
    }

    /// <summary>After a redirect the page can be loaded again without sending the form again.</summary>
    private RedirectResult Thank(Guid id) => new($"/formulaire/{id:D}?recu=1");

    private async Task<Forms.Form?> FindAsync(Guid id) => currentTenant.Id is null ? null : await services.GetRequiredService<IFormRepository>().FindAsync(id);
}
