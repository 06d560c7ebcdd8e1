using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Library.Commons;
using CapaCitoyenne.Library.Curation;
using CapaCitoyenne.Library.Permissions;
using CapaCitoyenne.Library.Search;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Library.Guides;

[Authorize(LibraryPermissions.Guides.Default)]
internal sealed class GuideAppService(
    IRepository<Guide, Guid> guides,
    IRepository<GuideRevision, Guid> revisions,
    IRepository<GuideSubmission, Guid> submissions,
    IRepository<Adaptation, Guid> adaptations,
    ICommonsGuideRepository commons,
    CommonsManager commonsManager,
    AttributionFinder attributions,
    GuideBody bodies,
    IAssociationIntegrationService associations) : LibraryAppService, IGuideAppService
{
    public async Task<PagedResultDto<GuideListItemDto>> GetListAsync(GetGuidesInput input)
    {
        var query = await guides.GetQueryableAsync();
        if (!await IsGrantedAsync(LibraryPermissions.Guides.Write))
        {
            query = query.Where(guide => guide.SpaceRevision != null);
        }

        if (input.State is { } state)
        {
            query = query.Where(guide => guide.State == state);
        }

        if (!string.IsNullOrWhiteSpace(input.Filter))
        {
            // A space has hundreds of guides at most: the words are compared without accents here, alike on both databases.
            var words = FrenchText.Fold(input.Filter).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var titles = await AsyncExecuter.ToListAsync(query.Select(guide => new { guide.Id, Text = guide.Content.Title + " " + guide.Content.Aim }));
            var ids = titles.Where(title => FrenchText.Fold(title.Text) is var text && words.All(text.Contains)).Select(title => title.Id).ToList();
            query = query.Where(guide => ids.Contains(guide.Id));
        }

        var total = await AsyncExecuter.CountAsync(query);
        var page = await AsyncExecuter.ToListAsync(query.OrderByDescending(guide => guide.LastModificationTime ?? guide.CreationTime)
            .ThenByDescending(guide => guide.Id).Skip(input.SkipCount).Take(input.MaxResultCount));
        return new PagedResultDto<GuideListItemDto>(total, page.ConvertAll(guide => guide.ToListItemDto()));
    }

    public async Task<GuideDto> GetAsync(Guid id)
    {
        var guide = await guides.GetAsync(id);
        if (await IsGrantedAsync(LibraryPermissions.Guides.Write))
        {
            return await ToDtoAsync(guide);
        }

        // Members read what was published to them, and nothing of what is being written.
        var number = guide.SpaceRevision ?? throw new EntityNotFoundException(typeof(Guide), id);
        var revision = await revisions.GetAsync(revision => revision.GuideId == id && revision.Number == number);
        return guide.ToDto(revision.Content, await attributions.FindAsync(guide.SourceId, guide.SourceKind));
    }

    [Authorize(LibraryPermissions.Guides.Write)]
    public async Task<GuideDto> CreateAsync(CreateGuideInput input)
    {
        var guide = new Guide(GuidGenerator.Create(), TenantId, await ContentAsync(input, CurrentUser.Name));
        await guides.InsertAsync(guide, autoSave: true);
        return await ToDtoAsync(guide);
    }

    [Authorize(LibraryPermissions.Guides.Write)]
    public async Task<GuideDto> UpdateAsync(Guid id, UpdateGuideInput input)
    {
        var guide = await guides.GetAsync(id);
        guide.ConcurrencyStamp = input.ConcurrencyStamp;
        guide.Write(await ContentAsync(input, input.AuthorName ?? guide.Content.AuthorName), input.ReviewBy);
        await guides.UpdateAsync(guide, autoSave: true);
        return await ToDtoAsync(guide);
    }

    [Authorize(LibraryPermissions.Guides.Publish)]
    public async Task<GuideDto> PublishAsync(Guid id, PublishGuideInput input)
    {
        var guide = await guides.GetAsync(id);
        await FreezeAsync(guide, input.Summary);
        guide.PublishToSpace();
        await guides.UpdateAsync(guide, autoSave: true);
        return await ToDtoAsync(guide);
    }

    [Authorize(LibraryPermissions.Guides.Submit)]
    public async Task<GuideDto> SubmitAsync(Guid id, PublishGuideInput input)
    {
        if (!await associations.IsConfirmedAsync(TenantId))
        {
            throw new BusinessException(LibraryErrorCodes.AssociationNotConfirmed);
        }

        var guide = await guides.GetAsync(id);
        var revision = await FreezeAsync(guide, input.Summary);
        guide.Submit();
        await guides.UpdateAsync(guide, autoSave: true);

        await SupersedeSubmissionsAsync(guide.Id);
        var association = (await associations.GetListAsync([TenantId])).Single();
        await submissions.InsertAsync(
            new GuideSubmission(GuidGenerator.Create(), revision, association.Name, guide.SourceId, guide.SourceKind, Clock.Now), autoSave: true);
        return await ToDtoAsync(guide);
    }

    [Authorize(LibraryPermissions.Guides.Publish)]
    public async Task<GuideDto> ArchiveAsync(Guid id)
    {
        var guide = await guides.GetAsync(id);
        guide.Archive();
        await guides.UpdateAsync(guide, autoSave: true);
        await SupersedeSubmissionsAsync(id);
        if (await commons.FirstOrDefaultAsync(shared => shared.GuideId == id && shared.IsCurrent && shared.WithdrawnTime == null) is { } snapshot)
        {
            await commonsManager.WithdrawAsync(snapshot, reason: null);
        }

        return await ToDtoAsync(guide);
    }

    [Authorize(LibraryPermissions.Guides.Publish)]
    public async Task<GuideDto> RestoreAsync(Guid id)
    {
        var guide = await guides.GetAsync(id);
        guide.Restore();
        await guides.UpdateAsync(guide, autoSave: true);
        return await ToDtoAsync(guide);
    }

    [Authorize(LibraryPermissions.Guides.Write)]
    public async Task<GuideDto> AdaptAsync(AdaptGuideInput input)
    {
        var source = await commons.FirstOrDefaultAsync(shared => shared.Slug == input.Slug && shared.IsCurrent)
            ?? throw new EntityNotFoundException(typeof(CommonsGuide), input.Slug);
        if (source.WithdrawnTime is not null)
        {
            throw new BusinessException(LibraryErrorCodes.GuideWithdrawn).WithData("Title", source.Content.Title);
        }

        var content = source.Content with { AuthorName = CurrentUser.Name ?? "" };
        var guide = new Guide(GuidGenerator.Create(), TenantId, content, source.Id, source.Content.Licence, input.Kind);
        await guides.InsertAsync(guide, autoSave: true);
        await adaptations.InsertAsync(new Adaptation(GuidGenerator.Create(), source, TenantId, guide.Id, input.Kind, Clock.Now), autoSave: true);
        return await ToDtoAsync(guide);
    }

    [Authorize(LibraryPermissions.Guides.Write)]
    public async Task<GuideDto> ImportAsync(ImportGuideInput input)
    {
        var (guide, body) = GuideMarkdown.Read(input.Markdown);
        guide.Body = bodies.FromMarkdown(body, guide.Language ?? GuideConsts.DefaultLanguage);
        return await CreateAsync(guide);
    }

    public async Task<GuideMarkdownDto> GetMarkdownAsync(Guid id)
    {
        var guide = await GetAsync(id);
        return new GuideMarkdownDto { FileName = Slugs.From(guide.Title) + ".md", Markdown = GuideMarkdown.Write(guide, bodies.ToMarkdown(guide.Body)) };
    }

    public async Task<ListResultDto<GuideRevisionDto>> GetRevisionsAsync(Guid id)
    {
        await GetAsync(id);
        var rows = await AsyncExecuter.ToListAsync((await revisions.GetQueryableAsync())
            .Where(revision => revision.GuideId == id).OrderByDescending(revision => revision.Number));
        return new ListResultDto<GuideRevisionDto>(rows.ConvertAll(revision => revision.ToDto()));
    }

    // The permission is held in a space only, so there is one.
    private Guid TenantId => CurrentTenant.Id ?? throw new AbpException("Guides belong to a space, and none is current.");

    private async Task<GuideRevision> FreezeAsync(Guide guide, string? summary)
    {
        await bodies.CheckPublishableAsync(guide.Content.Body);
        var isEmpty = await bodies.IsEmptyAsync(guide.Content.Body);
        var revision = guide.Freeze(GuidGenerator.Create(), isEmpty, summary, CurrentUser.Name ?? "", Clock.Now);
        return revision is null
            ? await revisions.GetAsync(last => last.GuideId == guide.Id && last.Number == guide.RevisionCount)
            : await revisions.InsertAsync(revision, autoSave: true);
    }

    private async Task SupersedeSubmissionsAsync(Guid guideId)
    {
        foreach (var submission in await submissions.GetListAsync(old => old.GuideId == guideId && old.State == SubmissionState.Pending))
        {
            submission.Supersede();
            await submissions.UpdateAsync(submission, autoSave: true);
        }
    }

    private async Task<GuideContent> ContentAsync(CreateGuideInput input, string? authorName)
    {
        var language = input.Language ?? GuideConsts.DefaultLanguage;
        var body = string.IsNullOrWhiteSpace(input.Body) ? bodies.Empty(language) : input.Body;
        await bodies.CheckAsync(body);
        return new GuideContent
        {
            Title = input.Title.Trim(),
            Aim = input.Aim?.Trim() ?? "",
            Kind = input.Kind,
            Language = language,
            Licence = input.Licence ?? GuideConsts.DefaultLicence,
            Themes = GuideContent.Join(input.Themes),
            Tags = GuideContent.Join(input.Tags),
            Card = (input.Card ?? new GuideCardDto()).ToCard().ToJson(),
            Body = body,
            AuthorName = authorName?.Trim() ?? "",
        };
    }

    private async Task<GuideDto> ToDtoAsync(Guide guide) => guide.ToDto(guide.Content, await attributions.FindAsync(guide.SourceId, guide.SourceKind));
}
