using CapaCitoyenne.Library.Commons;

namespace CapaCitoyenne.Library.Guides;

internal static class GuideMapper
{
    public static GuideListItemDto ToListItemDto(this Guide guide) => guide.Fill(new GuideListItemDto(), guide.Content);

    public static GuideListItemDto ToReaderListItemDto(this Guide guide, GuideContent published, DateTime publishedTime)
        => guide.Fill(new GuideListItemDto(), published).ForReaders(publishedTime);

    /// <summary>For those who do not write: the revision that was published to them, and nothing of the work on the next one.</summary>
    public static GuideDto ToReaderDto(this Guide guide, GuideRevision published, List<AttributionDto> attributions)
    {
        var dto = guide.ToDto(published.Content, attributions).ForReaders(published.CreationTime);
        dto.CuratorMessage = null;
        dto.ReviewBy = null;
        return dto;
    }

    /// <param name="guide">The guide.</param>
    /// <param name="content">Its working text, or the revision that this reader may see.</param>
    /// <param name="attributions">Its sources.</param>
    public static GuideDto ToDto(this Guide guide, GuideContent content, List<AttributionDto> attributions)
    {
        var dto = guide.Fill(new GuideDto(), content);
        dto.Tags = [.. content.TagList];
        dto.Card = GuideCard.Parse(content.Card).ToDto();
        dto.Body = content.Body;
        dto.AuthorName = content.AuthorName;
        dto.ReviewBy = guide.ReviewBy;
        dto.CuratorMessage = guide.CuratorMessage;
        dto.IsWithdrawn = guide.IsWithdrawn;
        dto.Attributions = attributions;
        dto.AllowedLicences = [.. guide.SourceLicence is null ? Licences.Ids : Licences.Get(guide.SourceLicence).ForAdaptations];
        dto.ConcurrencyStamp = guide.ConcurrencyStamp;
        return dto;
    }

    public static GuideRevisionDto ToDto(this GuideRevision revision) => new()
    {
        Id = revision.Id,
        Number = revision.Number,
        Title = revision.Content.Title,
        Summary = revision.Summary,
        AuthorName = revision.AuthorName,
        CreationTime = revision.CreationTime,
    };

    public static GuideCardDto ToDto(this GuideCard card) => new()
    {
        AudienceMin = card.AudienceMin,
        AudienceMax = card.AudienceMax,
        DurationMinutes = card.DurationMinutes,
        Difficulty = card.Difficulty,
        CostEuros = card.CostEuros,
        Material = [.. card.Material],
        Steps = [.. card.Steps.Select(step => new GuideStepDto { Text = step.Text, Minutes = step.Minutes })],
        Variants = [.. card.Variants],
        Pitfalls = [.. card.Pitfalls],
    };

    public static GuideCard ToCard(this GuideCardDto dto) => new()
    {
        AudienceMin = dto.AudienceMin,
        AudienceMax = dto.AudienceMax,
        DurationMinutes = dto.DurationMinutes,
        Difficulty = dto.Difficulty,
        CostEuros = dto.CostEuros,
        Material = Lines(dto.Material),
        Steps = [.. dto.Steps.Where(step => !string.IsNullOrWhiteSpace(step.Text)).Select(step => new GuideStep(step.Text.Trim(), step.Minutes))],
        Variants = Lines(dto.Variants),
        Pitfalls = Lines(dto.Pitfalls),
    };

    private static TDto Fill<TDto>(this Guide guide, TDto dto, GuideContent content) where TDto : GuideListItemDto
    {
        dto.Id = guide.Id;
        dto.Title = content.Title;
        dto.Aim = content.Aim;
        dto.Kind = content.Kind;
        dto.State = guide.State;
        dto.Language = content.Language;
        dto.Licence = content.Licence;
        dto.Themes = [.. content.ThemeList];
        dto.SpaceRevision = guide.SpaceRevision;
        dto.CommonsRevision = guide.CommonsRevision;
        dto.CommonsPath = guide is { CommonsRevision: not null, CommonsSlug: { } slug } ? CommonsGuide.PathOf(slug) : null;
        dto.HasUnpublishedChanges = guide.HasUnpublishedChanges;
        dto.IsAdaptation = guide.SourceId is not null;
        dto.LastModificationTime = guide.LastModificationTime ?? guide.CreationTime;
        return dto;
    }

    private static TDto ForReaders<TDto>(this TDto dto, DateTime publishedTime) where TDto : GuideListItemDto
    {
        dto.State = GuideState.Published;
        dto.HasUnpublishedChanges = false;
        dto.LastModificationTime = publishedTime;
        return dto;
    }

    private static string[] Lines(List<string> lines) => [.. lines.Select(line => line.Trim()).Where(line => line.Length > 0)];
}
