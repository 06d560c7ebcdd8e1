using System.Text;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Mailing.Approvals;
using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Delivery.Transports;
using CapaCitoyenne.Mailing.Localization;
using CapaCitoyenne.Mailing.Settings;
using CapaCitoyenne.Mailing.Templates;
using CapaCitoyenne.Sites.Documents;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Campaigns;

/// <summary>Everything that is looked at before a letter leaves, in the order in which it is shown.</summary>
internal sealed class CampaignPreflight(
    CampaignRenderer renderer, IPageDocumentIntegrationService documents, IAudienceRepository audience, IAssociationIntegrationService associations,
    IRepository<ContactField, Guid> fields, GracePeriod grace, ApprovalRule approvalRule, ICurrentTenant currentTenant, IClock clock, IStringLocalizer<MailingResource> localizer) : ITransientDependency
{
    public async Task<CampaignPreflightDto> RunAsync(Campaign campaign)
    {
        var items = new List<PreflightItemDto>();
        var issues = await documents.ValidateAsync(campaign.ContentJson);
        var letter = issues.TrueForAll(i => i.Severity != DocumentIssueSeverity.Error) ? await renderer.RenderAsync(campaign) : null;
        var recipients = await audience.CountAsync(campaign);

        AddSubject(items, campaign.Subject);
        Add(items, "PreviewText", string.IsNullOrWhiteSpace(campaign.PreviewText) ? PreflightLevel.Warning : PreflightLevel.Ok);
        await AddContentAsync(items, campaign);
        foreach (var issue in issues)
        {
            var level = issue.Severity == DocumentIssueSeverity.Warning ? PreflightLevel.Warning : PreflightLevel.Blocking;
            items.Add(Item("Document", level, issue.Message) with { Cause = issue.Code, Path = issue.Path });
        }

        foreach (var path in documents.LeftOut(campaign.ContentJson, SiteDay.Of(campaign.ScheduledTime ?? clock.Now)))
            items.Add(Item("LeftOut", PreflightLevel.Warning) with { Path = path });

        if (campaign.Kind != CampaignKind.Welcome) await AddAudienceAsync(items, campaign, recipients);
        if (letter is not null) AddLetter(items, letter, (await fields.GetListAsync()).ToDictionary(f => f.Name, f => f.Label));
        var sender = await renderer.GetSenderAsync(campaign);
        if (letter is not null) AddFooter(items, campaign, letter, sender);
        Add(items, "ReplyTo", sender.ReplyTo is null ? PreflightLevel.Warning : PreflightLevel.Ok, sender.ReplyTo ?? "");
        Add(items, "Confirmed", await associations.IsConfirmedAsync(currentTenant.Id!.Value) ? PreflightLevel.Ok : PreflightLevel.Blocking);
        if (await approvalRule.IsRequiredAsync()) Add(items, "Approval", await approvalRule.IsApprovedAsync(campaign) ? PreflightLevel.Ok : PreflightLevel.Blocking);
        Add(items, "TestSent", campaign.LastTestTime is null ? PreflightLevel.Warning : PreflightLevel.Ok);
        return new CampaignPreflightDto(items.TrueForAll(i => i.Level != PreflightLevel.Blocking), recipients, await grace.GetMinutesAsync(), items);
    }

    private void AddSubject(List<PreflightItemDto> items, string subject)
    {
        var length = PersonalizedTemplate.Parse(subject, TemplateKind.Text).Fill(_ => null).Trim().Length;
        if (length > CampaignConsts.ShownSubjectLength) Add(items, "Subject", PreflightLevel.Warning, length);
        else Add(items, "Subject", length == 0 ? PreflightLevel.Blocking : PreflightLevel.Ok);
    }

    private async Task AddAudienceAsync(List<PreflightItemDto> items, Campaign campaign, int recipients)
    {
        // Written to without their consent: the people whom the writer named, never whoever happens to be in the book.
        if (campaign is { Purpose: ConsentPurpose.Statutory, ListIds.Count: 0, SegmentId: null, ResendOfId: null }) Add(items, "Members", PreflightLevel.Blocking);
        Add(items, "Audience", recipients == 0 ? PreflightLevel.Blocking : PreflightLevel.Ok, recipients);
        if (await audience.CountUnsubscribedAsync(campaign) is > 0 and var unsubscribed) Add(items, "Unsubscribed", PreflightLevel.Notice, unsubscribed);
        if (await audience.CountNeverConfirmedAsync(campaign) is > 0 and var unconfirmed) Add(items, "NeverConfirmed", PreflightLevel.Notice, unconfirmed, recipients);
        if (await audience.CountPausedAsync(campaign) is > 0 and var paused) Add(items, "Paused", PreflightLevel.Notice, paused);
        if (campaign.Purpose == ConsentPurpose.Statutory)
        {
            if (await audience.CountUnreachableAsync(campaign) is > 0 and var unreachable) Add(items, "Unreachable", PreflightLevel.Notice, unreachable);
        }
        else if (await audience.CountUnconfirmedAsync(campaign) is > 0 and var waiting) Add(items, "Unconfirmed", PreflightLevel.Notice, waiting);
    }

    private async Task AddContentAsync(List<PreflightItemDto> items, Campaign campaign)
    {
        var text = await documents.RenderAsync(new RenderDocumentInput { Document = campaign.ContentJson, Target = RenderTarget.Text });
        Add(items, "Content", string.IsNullOrWhiteSpace(text.Content) ? PreflightLevel.Blocking : PreflightLevel.Ok);
        var blanks = TemplateLibrary.BlanksIn($"{campaign.Subject}\n{campaign.PreviewText}\n{text.Content}");
        if (blanks.Count > 0) items.Add(Item("Blanks", PreflightLevel.Warning, string.Join(", ", blanks)) with { Text = blanks[0] });
    }

    private void AddLetter(List<PreflightItemDto> items, RenderedLetter letter, Dictionary<string, string> ownFields)
    {
        var mistakes = LetterTemplates.Parse(letter.Subject, letter.Html, letter.Text, ownFields.Keys).Issues.Distinct().ToList();
        foreach (var mistake in mistakes)
            items.Add(Item("Personalization", PreflightLevel.Blocking, Describe(mistake, ownFields)) with { Cause = mistake.Code, Text = mistake.Text });
        if (mistakes.Count == 0) Add(items, "Personalization", PreflightLevel.Ok);
        var bytes = Encoding.UTF8.GetByteCount(letter.Html);
        Add(items, "Size", bytes > CampaignConsts.MaxHtmlBytes ? PreflightLevel.Warning : PreflightLevel.Ok, (bytes + 1023) / 1024);
    }

    /// <summary>Who writes and where they are, and the way out: what the law asks of every letter.</summary>
    private void AddFooter(List<PreflightItemDto> items, Campaign campaign, RenderedLetter letter, LetterSender sender)
    {
        var way = "{{" + (campaign.Purpose == ConsentPurpose.Statutory ? PersonalFields.PreferencesUrl : PersonalFields.UnsubscribeUrl) + "}}";
        if (!letter.Html.Contains(way, StringComparison.Ordinal) || !letter.Text.Contains(way, StringComparison.Ordinal)) Add(items, "WayOut", PreflightLevel.Blocking);
        Add(items, "Footer", sender.HasPostalAddress ? PreflightLevel.Ok : PreflightLevel.Warning, sender.PostalAddress);
    }

    /// <param name="ownFields">Labels by name.</param>
    private string Describe(TemplateIssue issue, Dictionary<string, string> ownFields)
    {
        string LabelOf(string field) => ownFields.GetValueOrDefault(field) ?? field switch
        {
            PersonalFields.FirstName => localizer["Mailing:Csv:FirstName"],
            PersonalFields.LastName => localizer["Mailing:Csv:LastName"],
            PersonalFields.Email => localizer["Mailing:Csv:Email"],
            _ => field,
        };
        return localizer[issue.Code].Value
            .Replace("{Field}", LabelOf(issue.Text), StringComparison.Ordinal)
            .Replace("{Text}", issue.Text, StringComparison.Ordinal)
            .Replace("{Fields}", string.Join(", ", PersonalFields.Names.Concat(ownFields.Keys).Select(LabelOf)), StringComparison.Ordinal);
    }

    private void Add(List<PreflightItemDto> items, string code, PreflightLevel level, params object[] arguments) =>
        items.Add(Item(code, level, arguments));

    private PreflightItemDto Item(string code, PreflightLevel level, params object[] arguments) => new(code, level, localizer[$"Mailing:Preflight:{code}.{level}", arguments]);
}

internal static class CampaignPreflightExtensions
{
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.CampaignNotReady"/>, with all that stands in the way.</exception>
    public static void EnsureCanSend(this CampaignPreflightDto preflight)
    {
        if (preflight.CanSend) return;
        var problems = preflight.Items.Where(item => item.Level == PreflightLevel.Blocking).Select(item => item.Message);
        throw new BusinessException(MailingErrorCodes.CampaignNotReady).WithData("Problems", string.Join(" ", problems));
    }
}
