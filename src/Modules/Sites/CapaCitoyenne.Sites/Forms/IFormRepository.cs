namespace CapaCitoyenne.Sites.Forms;

internal interface IFormRepository : IRepository<Form, Guid>
{
    /// <summary>Holds the form's answers until the transaction ends: two that come at once are looked at one after the other.</summary>
    Task HoldSubmissionsAsync(Guid formId);
}

internal interface IFormSubmissionRepository : IRepository<FormSubmission, Guid>
{
    /// <summary>The latest first.</summary>
    Task<List<FormSubmission>> GetPageAsync(FormSubmissionQuery query, int skipCount, int maxResultCount);

    Task<int> CountAsync(FormSubmissionQuery query);

    /// <summary>How many each form has.</summary>
    Task<List<FormCount>> CountByFormAsync();

    Task<int> DeleteOfFormAsync(Guid formId);

    /// <summary>Of all spaces: answers that are older than their form keeps them. Returns how many.</summary>
    Task<int> ForgetAsync(DateTime now);
}

/// <param name="NormalizedEmail">Lower case.</param>
internal sealed record FormSubmissionQuery(Guid? FormId, bool IsWaiting, string? NormalizedEmail);

internal sealed record FormCount(Guid FormId, int Total, int Waiting, DateTime LastReceivedTime);
