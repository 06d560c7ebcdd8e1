namespace CapaCitoyenne.Sites.Forms;

internal enum FormReception
{
    Received,

    /// <summary>The space takes in no more for now.</summary>
    TooMany,
}

/// <summary>Takes in what readers send.</summary>
internal sealed class FormManager(IFormRepository forms, IFormSubmissionRepository submissions, FormMailer mailer) : DomainService
{
    private static readonly TimeSpan SameWithin = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Keeps checked answers and tells the recipients. The same answers within minutes are kept once: the button was pressed twice.</summary>
    public async Task<FormReception> ReceiveAsync(Form form, FormAnswers answers)
    {
        await forms.HoldSubmissionsAsync(form.Id);
        var list = answers.ToList(form);
        var hash = FormAnswers.HashOf(list);
        var (since, hour) = (Clock.Now - SameWithin, Clock.Now - Hour);
        if (await submissions.AnyAsync(known => known.FormId == form.Id && known.ContentHash == hash && known.ReceivedTime > since)) return FormReception.Received;
        if (await submissions.CountAsync(known => known.ReceivedTime > hour) >= FormConsts.MaxSubmissionsPerHour) return FormReception.TooMany;
        var submission = new FormSubmission(GuidGenerator.Create(), form, list, answers.FindEmail(form), hash, Clock.Now);
        await submissions.InsertAsync(submission);
        await mailer.TellAsync(form, submission);
        return FormReception.Received;
    }
}
