using System.Globalization;
using CapaCitoyenne.Associations;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Pages.Public;
using CapaCitoyenne.Sites.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Pages.Participer;

/// <summary>Takes in who wants to come to an event. Sites have no cookies, hence nothing that a forged request could abuse.</summary>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(AnonymousRateLimits.Write)]
[RequestSizeLimit(VisitorPages.MaxRequestBytes)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public class IndexModel(IServiceProvider services, ICurrentTenant currentTenant, IStringLocalizer<SitesResource> localizer) : PageModel
{
    private static readonly (string Id, string Label)[] Labels =
    [
        ("date", "Agenda:Register:Date"), ("nom", "Agenda:Register:Name"), ("email", "Agenda:Register:Email"), ("personnes", "Agenda:Register:Persons"), ("message", "Agenda:Register:Message"),
    ];

    private const string Confirmed = "confirme";
    private const string Waiting = "attente";

    public string Title { get; private set; } = "";

    public string EventPath { get; private set; } = "";

    public RegistrationFormModel? Form { get; private set; }

    /// <summary>What is above the form: errors, or the second question.</summary>
    public string? Notice { get; private set; }

    /// <summary>The fields that have an error, by id, in the order of the form.</summary>
    public IReadOnlyList<(string Id, string Label)> Wrong { get; private set; } = [];

    /// <summary>What became of it.</summary>
    public string? Result { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? etat)
    {
        if (await FindAsync(id) is not { } one) return NotFound();
        Title = one.Title;
        if (etat is Confirmed or Waiting) Result = localizer[etat == Confirmed ? "Agenda:Register:Confirmed" : "Agenda:Register:Waiting"];
        else Form = await services.GetRequiredService<EventPageWriter>().FindFormAsync(one);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!Request.HasFormContentType || await FindAsync(id) is not { } one) return NotFound();
        var sent = await Request.ReadFormAsync();
        var answers = new RegistrationAnswers(
            VisitorText.Clean(sent["nom"]), sent["email"], one.LargestParty == 1 ? "1" : sent["personnes"], VisitorText.Clean(sent["message"], hasLines: true), sent["date"]);
        var check = services.GetRequiredService<VisitorFormGuard>().Check(Request, sent, id, [answers.Name ?? "", answers.Message ?? ""]);
        if (check == VisitorCheck.Machine) return Redirect(id, RegistrationState.Confirmed);

        var errors = Validate(answers, one);
        var (isTooMany, offersWaiting) = (false, false);
        if (errors.Count == 0 && check == VisitorCheck.Passed)
        {
            try
            {
                var answer = await services.GetRequiredService<RegistrationManager>().SignUpAsync(
                    id, DateOnly.ParseExact(answers.Day!, "O", CultureInfo.InvariantCulture), answers.Name!, VisitorEmail.Parse(answers.Email)!,
                    int.Parse(answers.Persons!, CultureInfo.InvariantCulture), answers.Message, mayWait: sent.ContainsKey(RegistrationFormModel.WaitField));
                if (answer.State is { } state) return Redirect(id, state);
                errors["personnes"] = localizer["Agenda:Register:SeatsLeft", answer.Left!];
                offersWaiting = true;
            }
            catch (BusinessException refused) when (refused.Code is SitesErrorCodes.RegistrationClosed or SitesErrorCodes.EventOccurrenceUnknown)
            {
                errors["date"] = localizer["Agenda:Register:DateError"];
            }
            catch (BusinessException refused) when (refused.Code == SitesErrorCodes.TooManyRegistrations)
            {
                isTooMany = true;
            }
        }
        Title = one.Title;
        Notice = isTooMany ? localizer[SitesErrorCodes.TooManyRegistrations] : errors.Count > 0 ? localizer["Form:ErrorSummary", errors.Count] : localizer["Form:AskAgain"];
        Form = await services.GetRequiredService<EventPageWriter>().FindFormAsync(one, answers, errors, isSecond: true, offersWaiting);
        // Where there is one date only, there is no field for it: the sentence itself.
        Wrong = [.. Labels.Where(field => errors.ContainsKey(field.Id)).Select(field => (field.Id == "date" && Form?.Dates.Count == 1 ? "date-erreur" : field.Id, localizer[field.Label].Value))];
        Response.StatusCode = isTooMany ? 429 : 400;
        return Page();
    }

    /// <summary>After a redirect the page can be loaded again without sending the form again.</summary>
    private static RedirectResult Redirect(Guid id, RegistrationState state) => new($"/participer/{id:D}?etat={(state == RegistrationState.Waiting ? Waiting : Confirmed)}");

    private async Task<Event?> FindAsync(Guid id)
    {
        if (currentTenant.Id is null || await services.GetRequiredService<IEventRepository>().FindAsync(id) is not { IsPublished: true } one) return null;
        EventPath = one.Path;
        return one;
    }

    private Dictionary<string, string> Validate(RegistrationAnswers answers, Event one)
    {
        var errors = new Dictionary<string, string>();
        if (string.IsNullOrWhiteSpace(answers.Name) || answers.Name.Length > EventConsts.MaxNameLength) errors["nom"] = localizer["Agenda:Register:NameError"];
        if (VisitorEmail.Parse(answers.Email) is null) errors["email"] = localizer["Form:EmailError"];
        if (!int.TryParse(answers.Persons, NumberStyles.None, CultureInfo.InvariantCulture, out var persons) || persons < 1 || persons > one.LargestParty)
            errors["personnes"] = localizer["Agenda:Register:PersonsError", one.LargestParty];
        if (answers.Message?.Length > EventConsts.MaxMessageLength) errors["message"] = localizer["Form:TooLong", EventConsts.MaxMessageLength];
        if (!DateOnly.TryParseExact(answers.Day, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) errors["date"] = localizer["Agenda:Register:DateError"];
        return errors;
    }
}
