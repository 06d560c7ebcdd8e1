using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapaCitoyenne.Web.Pages;

/// <summary>
/// What a reader sees instead of an error. Reached by UseStatusCodePagesWithReExecute("/erreur/{0}") and
/// UseExceptionHandler("/erreur"); answers every method, since the failed request may have been a POST.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    /// <summary>The part of the text keys between "Error:" and "Title".</summary>
    public string Kind { get; private set; } = "Server";

    /// <summary>The number that the log lines of the failed request carry.</summary>
    public string CorrelationId { get; private set; } = "";

    public void OnGet(int? status) => Show(status);

    public void OnPost(int? status) => Show(status);

    private void Show(int? status)
    {
        var code = status ?? (Response.StatusCode >= 400 ? Response.StatusCode : StatusCodes.Status500InternalServerError);
        Kind = code switch
        {
            StatusCodes.Status400BadRequest => "BadRequest",
            StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => "Forbidden",
            StatusCodes.Status404NotFound or StatusCodes.Status410Gone => "NotFound",
            StatusCodes.Status429TooManyRequests => "TooMany",
            _ => "Server",
        };
        Response.StatusCode = code;
        CorrelationId = Response.Headers["X-Correlation-Id"].FirstOrDefault() ?? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
    }
}
