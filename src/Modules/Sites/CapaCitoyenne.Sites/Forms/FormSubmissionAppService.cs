using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Permissions;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Forms;

[Authorize(SitesPermissions.Forms.Submissions)]
internal sealed class FormSubmissionAppService(IFormSubmissionRepository submissions, IRegistrationRepository registrations, RegistrationManager registrationManager) : SitesAppService, IFormSubmissionAppService
{
    public async Task<PagedResultDto<FormSubmissionDto>> GetListAsync(GetFormSubmissionsInput input)
    {
        var query = new FormSubmissionQuery(input.FormId, input.IsWaiting, Normalize(input.Email));
        return new(await submissions.CountAsync(query), (await submissions.GetPageAsync(query, input.SkipCount, input.MaxResultCount)).ConvertAll(ToDto));
    }

    public async Task<FormSubmissionDto> GetAsync(Guid id) => ToDto(await submissions.GetAsync(id));

    public async Task<FormSubmissionDto> MarkAsync(Guid id, MarkFormSubmissionInput input)
    {
        var submission = await submissions.GetAsync(id);
        submission.Mark(input.IsDone);
        return ToDto(submission);
    }

    public async Task DeleteAsync(Guid id) => await submissions.DeleteAsync(id);

    public async Task<ErasedSubmissionsDto> EraseAsync(EraseSubmissionsInput input)
    {
        var email = Normalize(input.Email);
        var sent = await submissions.GetListAsync(submission => submission.NormalizedEmail == email);
        var signedUp = await registrations.GetListAsync(registration => registration.NormalizedEmail == email);
        if (signedUp.Count > 0) await CheckPolicyAsync(SitesPermissions.Events.Registrations);
        await submissions.DeleteManyAsync(sent);
        // In one order: two who erase at once do not wait for each other.
        foreach (var one in signedUp.OrderBy(registration => registration.EventId)) await registrationManager.RemoveAsync(one);
        return new ErasedSubmissionsDto { Submissions = sent.Count, Registrations = signedUp.Count };
    }

    private static string? Normalize(string? email) => string.IsNullOrWhiteSpace(email) ? null : email.Trim().ToLowerInvariant();

    internal static FormSubmissionDto ToDto(FormSubmission submission) => new()
    {
        Id = submission.Id, FormId = submission.FormId, ReceivedTime = submission.ReceivedTime, Email = submission.Email, IsDone = submission.IsDone,
        Answers = [.. submission.Answers.Select(answer => new FormAnswerDto { Label = answer.Label, Value = string.Join(", ", answer.Values) })],
    };
}
