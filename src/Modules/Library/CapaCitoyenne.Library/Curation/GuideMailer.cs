using System.Globalization;
using System.Net;
using CapaCitoyenne.Abp.Emailing;
using CapaCitoyenne.Associations;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Library.Commons;
using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.Library.Localization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Library.Curation;

/// <summary>
/// Tells curators what waits for them, and authors what became of it: a sentence and a link, each in the reader's language. Queued with the
/// ambient unit of work.
/// </summary>
internal sealed class GuideMailer(
    IEmailSender emailSender, IMembershipIntegrationService memberships, IAssociationIntegrationService associations, IConfiguration configuration,
    IStringLocalizer<LibraryResource> texts) : ITransientDependency
{
    public async Task TellCuratorsAsync(GuideSubmission submission)
        => await SendAsync(
            await memberships.GetHubMembersAsync(), "Mail:Proposed", $"/espace/-/relecture/{submission.Id}", submission.Content.Title, submission.OwnerName);

    /// <summary>Somebody finds that a shared guide should not be there.</summary>
    public async Task TellCuratorsAsync(CommonsGuide guide, string reason, string? replyTo)
        => await SendAsync(await memberships.GetHubMembersAsync(), "Mail:Reported", guide.Path, guide.Content.Title, guide.OwnerName, reason, replyTo);

    public async Task TellAuthorsOfChangesAsync(Guide guide, string message)
        => await SendAsync(await FindAuthorsAsync(guide), "Mail:ChangesRequested", await PathAsync(guide), guide.Content.Title, words: message);

    public async Task TellAuthorsOfPublicationAsync(Guide guide, CommonsGuide shared)
        => await SendAsync(await FindAuthorsAsync(guide), "Mail:Published", shared.Path, shared.Content.Title);

    public async Task TellAuthorsOfWithdrawalAsync(Guide guide, string reason)
        => await SendAsync(await FindAuthorsAsync(guide), "Mail:Withdrawn", await PathAsync(guide), guide.Content.Title, words: reason);

    /// <summary>Who began the guide and who proposed it; the admins when both have left the space.</summary>
    private async Task<List<SpaceMemberInfo>> FindAuthorsAsync(Guide guide)
    {
        Guid[] ids = [.. new[] { guide.CreatorId, guide.SubmitterId ?? guide.LastModifierId }.OfType<Guid>()];
        return await memberships.GetMembersAsync(ids) is { Count: > 0 } authors
            ? authors
            : (await memberships.GetMembersAsync()).FindAll(member => member.Roles.Contains(SpaceRoles.Admin));
    }

    private async Task<string> PathAsync(Guide guide)
        => (await associations.GetListAsync([guide.TenantId!.Value])) is [var association] ? $"/espace/{association.Slug}/bibliotheque/{guide.Id}" : "/espaces";

    /// <param name="to">The readers.</param>
    /// <param name="key">Beginning of three keys, <c>…:Subject</c>, <c>…:Text</c> and <c>…:Link</c>; {0} is the guide, {1} its association.</param>
    /// <param name="path">Where the link leads.</param>
    /// <param name="title">Title of the guide.</param>
    /// <param name="owner">Its association.</param>
    /// <param name="words">What somebody wrote, as it is.</param>
    /// <param name="replyTo">Whom an answer goes to.</param>
    private async Task SendAsync(
        IReadOnlyList<SpaceMemberInfo> to, string key, string path, string title, string owner = "", string words = "", string? replyTo = null)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            foreach (var person in to)
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(person.Language);
                var body = $"""
                    <p>{texts["Mail:Greeting", Html(person.Name)].Value}</p>
                    <p>{texts[key + ":Text", Html(title), Html(owner)].Value}</p>
                    {(words.Length == 0 ? "" : $"<blockquote>{Html(words).ReplaceLineEndings("<br>")}</blockquote>")}
                    <p><a href="{Html(SelfUrl + path)}">{texts[key + ":Link"].Value}</a></p>
                    """;
                await emailSender.QueueAsync(
                    person.Email, texts[key + ":Subject", title, owner].Value, body, args: replyTo is null ? null : new AdditionalEmailSendingArgs { ReplyTo = replyTo });
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private string SelfUrl => (configuration["App:SelfUrl"] ?? "http://localhost:5000").TrimEnd('/');

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
