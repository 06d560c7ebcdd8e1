using System.Globalization;
using System.Runtime.CompilerServices;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Forms;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.HttpApi;

/// <summary>What visitors sent as files, streamed page by page.</summary>
public class VisitorExportController : AbpController
{
    private const int PageSize = 500;

    private IStringLocalizer L => HttpContext.RequestServices.GetRequiredService<IStringLocalizer<SitesResource>>();

    [HttpGet("api/sites/form/{id:guid}/submissions.csv")]
    [Authorize(SitesPermissions.Forms.Submissions)]
    public async Task SubmissionsAsync(Guid id, CancellationToken cancellationToken)
    {
        // Somebody else's form is not found, before the first byte.
        var form = await HttpContext.RequestServices.GetRequiredService<IFormRepository>().GetAsync(id, cancellationToken);
        await CsvFile.WriteAsync(Response, "reponses.csv", [L["Csv:Received"], L["Csv:Done"], .. form.Fields.Select(field => field.Label), L["Csv:OtherAnswers"]], ReadSubmissionsAsync(form, cancellationToken));
    }

    [HttpGet("api/sites/event/{id:guid}/registrations.csv")]
    [Authorize(SitesPermissions.Events.Registrations)]
    public async Task RegistrationsAsync(Guid id, CancellationToken cancellationToken)
    {
        var one = await HttpContext.RequestServices.GetRequiredService<IEventRepository>().GetAsync(id, cancellationToken);
        await CsvFile.WriteAsync(
            Response, "inscriptions.csv", new[] { "Day", "Name", "Email", "Persons", "State", "Message", "Received" }.Select(name => L["Csv:" + name].Value), ReadRegistrationsAsync(one, cancellationToken));
    }

    private async IAsyncEnumerable<string?[]> ReadSubmissionsAsync(Form form, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var submissions = HttpContext.RequestServices.GetRequiredService<IFormSubmissionRepository>();
        for (var skip = 0; !cancellationToken.IsCancellationRequested; skip += PageSize)
        {
            var page = await submissions.GetPageAsync(new(form.Id, IsWaiting: false, NormalizedEmail: null), skip, PageSize);
            foreach (var one in page)
            {
                // A question that was worded otherwise may have asked something else: its answers keep the words that were answered, in the last column.
                var answers = one.Answers.ToLookup(answer => form.Fields.FirstOrDefault(field => field.Id == answer.FieldId && field.Label == answer.Label));
                yield return
                [
                    Time(one.ReceivedTime), one.IsDone ? L["Form:Yes"] : "", .. form.Fields.Select(field => string.Join(", ", answers[field].SelectMany(answer => answer.Values))),
                    string.Join('\n', answers[null].Select(answer => $"{answer.Label} : {string.Join(", ", answer.Values)}")),
                ];
            }
            if (page.Count < PageSize) yield break;
        }
    }

    private async IAsyncEnumerable<string?[]> ReadRegistrationsAsync(Event one, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var registrations = HttpContext.RequestServices.GetRequiredService<IRegistrationRepository>();
        for (var skip = 0; !cancellationToken.IsCancellationRequested; skip += PageSize)
        {
            var page = await registrations.GetPageAsync(one.Id, null, skip, PageSize);
            foreach (var r in page)
                yield return [r.Day.ToString("O", CultureInfo.InvariantCulture), r.Name, r.Email, r.Persons.ToString(CultureInfo.InvariantCulture), L["Enum:RegistrationState." + r.State], r.Message, Time(r.CreationTime)];
            if (page.Count < PageSize) yield break;
        }
    }

    private static string Time(DateTime utc) => SiteDay.ToOffset(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
