using CapaCitoyenne.Associations.Slugs;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Mailing.Archive;

/// <summary>Writes the pages of letters that have left, and keeps them.</summary>
internal sealed class LetterPages(IRepository<LetterPage, Guid> pages, IPageDocumentIntegrationService documents, IClock clock) : ITransientDependency
{
    // Room for the id behind it.
    private const int MaxTitleSlugLength = 80;

    /// <summary>The page, made for the moment where none is kept yet; null while the letter has not left.</summary>
    public async Task<LetterPage?> GetAsync(Campaign campaign) => await pages.FindAsync(campaign.Id) ?? await MakeAsync(campaign);

    /// <summary>
    /// Keeps the page of a letter that has gone out, and shows it in the archive, or takes it out. Before, nothing is kept: the letter can still be called
    /// back, and the round that finds it without a page comes again.
    /// </summary>
    public async Task KeepAsync(Campaign campaign)
    {
        var isPublic = IsPublic(campaign);
        if (await pages.FindAsync(campaign.Id) is not { } page)
        {
            if (campaign.HasGoneOutAt(clock.Now) && await MakeAsync(campaign) is { } made) await pages.InsertAsync(made, autoSave: true);
        }
        else if (page.IsPublic != isPublic)
        {
            page.Show(isPublic);
            await pages.UpdateAsync(page, autoSave: true);
        }
    }

    private async Task<LetterPage?> MakeAsync(Campaign campaign)
    {
        if (campaign.RenderedHtml is null || campaign.Status is CampaignStatus.Draft or CampaignStatus.Scheduled) return null;
        var rendered = await documents.RenderAsync(new RenderDocumentInput { Document = campaign.ContentJson, Target = RenderTarget.Web });
        var title = WithoutPerson(campaign.RenderedSubject ?? campaign.Subject, TemplateKind.Text);
        return new LetterPage(
            campaign.Id, $"{SlugOf(title)}-{campaign.Id.ToString("N")[^6..]}", title, campaign.PreviewText is { Length: > 0 } preview ? WithoutPerson(preview, TemplateKind.Text) : null,
            WithoutPerson(rendered.Content, TemplateKind.Html), campaign.SentTime ?? campaign.ScheduledTime ?? clock.Now, IsPublic(campaign));
    }

    private bool IsPublic(Campaign campaign) => campaign.IsInArchive && campaign.HasGoneOutAt(clock.Now);

    private static string WithoutPerson(string text, TemplateKind kind) => PersonalizedTemplate.Parse(text, kind).Fill(_ => null);

    private static string SlugOf(string title) => SlugText.Shorten(SlugText.Of(title), MaxTitleSlugLength) is { Length: > 0 } slug ? slug : "lettre";
}
