using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Associations.Pages.Account;

/// <summary>Base of the account pages: a refused call becomes an error next to its field, and nothing of it is kept.</summary>
public abstract class AccountPageModel : PageModel
{
    private static readonly Dictionary<string, string> FieldsByCode = new(StringComparer.Ordinal)
    {
        [AssociationsErrorCodes.PasswordTooShort] = "Input.Password",
        [AssociationsErrorCodes.PasswordTooCommon] = "Input.Password",
        [AssociationsErrorCodes.PasswordWrong] = "Input.CurrentPassword",
        [AssociationsErrorCodes.ErasureNotConfirmed] = "Input.Confirmation",
        [AssociationsErrorCodes.SlugInvalid] = "Input.AssociationName",
        [AssociationsErrorCodes.SlugTaken] = "Input.AssociationName",
    };

    /// <summary>The code of the last refusal.</summary>
    protected string? RefusalCode { get; private set; }

    /// <summary>Runs a use case in a unit of work of its own: the page's is committed also when it only shows an error.</summary>
    protected async Task<bool> TryAsync(Func<Task> useCase)
    {
        ArgumentNullException.ThrowIfNull(useCase);
        try
        {
            await using var unitOfWork = HttpContext.RequestServices.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
            await useCase();
            await unitOfWork.CompleteAsync();
            return true;
        }
        catch (BusinessException refusal)
        {
            RefusalCode = refusal.Code;
            ModelState.AddModelError(FieldsByCode.GetValueOrDefault(refusal.Code ?? "", ""), Localize(refusal));
            return false;
        }
    }

    /// <summary>The value of <c>aria-invalid</c> for a field.</summary>
    public string? InvalidOf(string field) => ModelState[field]?.Errors.Count > 0 ? "true" : null;

    /// <summary>Says that a mailed link has lost its parts on the way.</summary>
    protected void RefuseLink() => ModelState.AddModelError("", Localize(new BusinessException(AssociationsErrorCodes.LinkInvalid)));

    /// <summary>A local address to go to, or the fallback: never another site.</summary>
    protected IActionResult RedirectLocally(string? url, string fallback) => LocalRedirect(Url.IsLocalUrl(url) ? url : fallback);

    private string Localize(BusinessException refusal)
    {
        var services = HttpContext.RequestServices;
        var mappings = services.GetRequiredService<IOptions<AbpExceptionLocalizationOptions>>().Value.ErrorCodeNamespaceMappings;
        var code = refusal.Code ?? "";
        if (!mappings.TryGetValue(code.Split(':')[0], out var resource))
            return code;
        var text = services.GetRequiredService<IStringLocalizerFactory>().Create(resource)[code].Value;
        foreach (System.Collections.DictionaryEntry entry in refusal.Data)
            text = text.Replace($"{{{entry.Key}}}", entry.Value?.ToString(), StringComparison.Ordinal);
        return text;
    }
}
