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
    IRepository<Adaptation, Guid> adaptations,
    ICommonsGuideRepository commons,
    CommonsManager commonsManager,
    CommonsMedia commonsMedia,
    SubmissionManager submissions,
    AttributionFinder attributions,
    GuideBody bodies,
    GuideMailer mailer,
    IAssociationIntegrationService associations) : LibraryAppService, IGuideAppService
{
    public async Task<PagedResultDto<GuideListItemDto>> GetListAsync(GetGuidesInput input)
    {
        var mayWrite = await IsGrantedAsync(LibraryPermissions.Guides.Write);
        var query = mayWrite ? await GetWrittenAsync() : await GetPublishedAsync();
        if (input.State is { } state)
        {
            query = query.Where(row => row.State == state);
        }

        if (!string.IsNullOrWhiteSpace(input.Filter))
        {
            // A space has hundreds of guides at most: the words are compared without accents here, alike on both databases.
            var words = FrenchText.Fold(input.Filter).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var titles = await AsyncExecuter.ToListAsync(query.Select(row => new { row.Guide.Id, Text = row.Content.Title + " " + row.Content.Aim }));
            var ids = titles.Where(title => FrenchText.Fold(title.Text) is var text && words.All(text.Contains)).Select(title => title.Id).ToList();
            query = query.Where(row => ids.Contains(row.Guide.Id));
        }

        var total = await AsyncExecuter.CountAsync(query);
        var page = await AsyncExecuter.ToListAsync(query.OrderByDescending(row => row.Time).ThenByDescending(row => row.Guide.Id)
            .Skip(input.SkipCount).Take(input.MaxResultCount));
        return new PagedResultDto<GuideListItemDto>(
            total, page.ConvertAll(row => mayWrite ? row.Guide.ToListItemDto() : row.Guide.ToReaderListItemDto(row.Content, row.Time)));
    }

    public async Task<GuideDto> GetAsync(Guid id)
    {
        var guide = await guides.GetAsync(id);
        if (await IsGrantedAsync(LibraryPermissions.Guides.Write))
        {
            return await ToDtoAsync(guide);
        }

        var revision = await GetReadRevisionAsync(guide);
        return guide.ToReaderDto(revision, await attributions.FindAsync(guide.SourceId, guide.SourceKind));
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
        var isWaiting = guide.State == GuideState.Submitted;
        var revision = await FreezeAsync(guide, input.Summary, forCommons: true);
        guide.Submit(CurrentUser.Id);
        await guides.UpdateAsync(guide, autoSave: true);

        var association = (await associations.GetListAsync([TenantId])).Single();
        var submission = await submissions.ProposeAsync(guide, revision, association.Name);
        if (!isWaiting) // the curators know of it
        {
            await mailer.TellCuratorsAsync(submission);
        }

        return await ToDtoAsync(guide);
    }

    [Authorize(LibraryPermissions.Guides.Submit)]
    public async Task<GuideDto> TakeBackAsync(Guid id)
    {
        var guide = await guides.GetAsync(id);
        guide.TakeBack();
        await guides.UpdateAsync(guide, autoSave: true);
        await submissions.SupersedeAsync(id);
        return await ToDtoAsync(guide);
    }

    [Authorize(LibraryPermissions.Guides.Publish)]
    public async Task<GuideDto> ArchiveAsync(Guid id)
    {
        var guide = await guides.GetAsync(id);
        guide.Archive();
        await guides.UpdateAsync(guide, autoSave: true);
        await submissions.SupersedeAsync(id);
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

        var language = input.Language ?? source.Content.Language;
        var content = source.Content with { AuthorName = CurrentUser.Name ?? "", Language = language, Body = GuideBody.InLanguage(source.Content.Body, language) };
        var guide = new Guide(GuidGenerator.Create(), TenantId, content, source.Id, source.Content.Licence, input.Kind);
        guide.Write(guide.Content with { Body = await commonsMedia.TakeAsync(content.Body, TenantId) }, reviewBy: null); // a licence may have forbidden all of it
        return await InsertAsync(guide, source);
    }

    [Authorize(LibraryPermissions.Guides.Write)]
    public async Task<GuideDto> ImportAsync(ImportGuideInput input)
    {
        var (file, body) = GuideMarkdown.Read(input.Markdown);
        var from = file.Source;
        var source = await commons.FirstOrDefaultAsync(shared => shared.Slug == from.Slug && shared.Revision == from.Revision);
        if (source is null && from.Attribution is { } attribution)
        {
            body = $"{body}\n\n{attribution}"; // of a source that is not known here: what its licence asks for stays in the text
        }

        file.Body = bodies.FromMarkdown(body, file.Language ?? GuideConsts.DefaultLanguage);
        var content = await ContentAsync(file, file.AuthorName ?? CurrentUser.Name);
        var guide = (source?.Content.Licence ?? from.Licence) is { } licence
            ? new Guide(GuidGenerator.Create(), TenantId, content, source?.Id, licence, from.Kind)
            : new Guide(GuidGenerator.Create(), TenantId, content);
        guide.Write(content, file.ReviewBy); // with the licence of the file, should the source's allow it
        return await InsertAsync(guide, source);
    }

    public async Task<GuideMarkdownDto> GetMarkdownAsync(Guid id)
    {
        var guide = await GetAsync(id);
        return new GuideMarkdownDto { FileName = Slugs.From(guide.Title) + ".md", Markdown = GuideMarkdown.Write(guide, bodies.ToMarkdown(guide.Body)) };
    }

    public async Task<ListResultDto<GuideRevisionDto>> GetRevisionsAsync(Guid id)
    {
        var guide = await guides.GetAsync(id);
        var rows = await IsGrantedAsync(LibraryPermissions.Guides.Write)
            ? await AsyncExecuter.ToListAsync((await revisions.GetQueryableAsync())
                .Where(revision => revision.GuideId == id).OrderByDescending(revision => revision.Number))
            : [await GetReadRevisionAsync(guide)]; // others may have been frozen for the curators alone
        return new ListResultDto<GuideRevisionDto>(rows.ConvertAll(revision => revision.ToDto()));
    }

    // The permission is held in a space only, so there is one.
    private Guid TenantId => CurrentTenant.Id ?? throw new AbpException("Guides belong to a space, and none is current.");

    private async Task<GuideDto> InsertAsync(Guide guide, CommonsGuide? source)
    {
        await guides.InsertAsync(guide, autoSave: true);
        if (source is not null)
        {
            await adaptations.InsertAsync(new Adaptation(GuidGenerator.Create(), source, TenantId, guide.Id, guide.SourceKind!.Value, Clock.Now), autoSave: true);
        }

        return await ToDtoAsync(guide);
    }

    /// <summary>Every guide with its working text.</summary>
    private async Task<IQueryable<GuideRow>> GetWrittenAsync()
        => (await guides.GetQueryableAsync()).Select(guide => new GuideRow
        {
            Guide = guide, Content = guide.Content, State = guide.State, Time = guide.LastModificationTime ?? guide.CreationTime,
        });

    /// <summary>What was published to the members, and nothing of what is being written.</summary>
    private async Task<IQueryable<GuideRow>> GetPublishedAsync()
    {
        var frozen = await revisions.GetQueryableAsync();
        return from guide in await guides.GetQueryableAsync()
               where guide.State != GuideState.Archived
               from revision in frozen
               where revision.GuideId == guide.Id && revision.Number == guide.SpaceRevision
               select new GuideRow { Guide = guide, Content = revision.Content, State = GuideState.Published, Time = revision.CreationTime };
    }

    private async Task<GuideRevision> GetReadRevisionAsync(Guide guide)
        => guide is { State: not GuideState.Archived, SpaceRevision: { } number }
            ? await revisions.GetAsync(revision => revision.GuideId == guide.Id && revision.Number == number)
            : throw new EntityNotFoundException(typeof(Guide), guide.Id);

    private async Task<GuideRevision> FreezeAsync(Guide guide, string? summary, bool forCommons = false)
    {
        await bodies.CheckPublishableAsync(guide.Content.Body);
        var isEmpty = await bodies.IsEmptyAsync(guide.Content.Body);
        var revision = guide.Freeze(GuidGenerator.Create(), isEmpty, summary, CurrentUser.Name ?? "", Clock.Now, forCommons);
        return revision is null
            ? await revisions.GetAsync(last => last.GuideId == guide.Id && last.Number == guide.RevisionCount)
            : await revisions.InsertAsync(revision, autoSave: true);
    }

    private async Task<GuideContent> ContentAsync(CreateGuideInput input, string? authorName)
    {
        GuideFields.Check(input, L);
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

    private sealed class GuideRow
    {
        public required Guide Guide { get; init; }

        /// <summary>What this reader may see of it.</summary>
        public required GuideContent Content { get; init; }

        public GuideState State { get; init; }

        public DateTime Time { get; init; }
    }
}
