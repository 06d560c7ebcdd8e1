using CapaCitoyenne.Library.Guides;

namespace CapaCitoyenne.Library.Commons;

internal static class CommonsMapper
{
    public static CommonsGuideListItemDto ToListItemDto(this CommonsGuide guide, int adaptationCount) => guide.Fill(new CommonsGuideListItemDto(), adaptationCount);

    public static CommonsGuideDto ToDto(this CommonsGuide guide, int adaptationCount)
    {
        var licence = Licences.Get(guide.Content.Licence);
        var dto = guide.Fill(new CommonsGuideDto(), adaptationCount);
        dto.Revision = guide.Revision;
        dto.LicenceUrl = licence.Url;
        dto.CanBeAdapted = licence.AllowsAdaptation && guide.WithdrawnTime is null;
        dto.WithdrawnTime = guide.WithdrawnTime;
        dto.WithdrawnReason = guide.WithdrawnReason;
        if (guide.WithdrawnTime is null)
        {
            dto.Tags = [.. guide.Content.TagList];
            dto.Card = GuideCard.Parse(guide.Content.Card).ToDto();
            dto.Body = guide.Content.Body;
        }

        return dto;
    }

    private static TDto Fill<TDto>(this CommonsGuide guide, TDto dto, int adaptationCount) where TDto : CommonsGuideListItemDto
    {
        dto.Id = guide.Id;
        dto.Slug = guide.Slug;
        dto.Path = guide.Path;
        dto.Title = guide.Content.Title;
        dto.Aim = guide.Content.Aim;
        dto.Kind = guide.Content.Kind;
        dto.Themes = [.. guide.Content.ThemeList];
        dto.Language = guide.Content.Language;
        dto.Licence = guide.Content.Licence;
        dto.OwnerName = guide.OwnerName;
        dto.AuthorName = guide.Content.AuthorName;
        dto.DurationMinutes = GuideCard.Parse(guide.Content.Card).DurationMinutes;
        dto.AdaptationCount = adaptationCount;
        dto.PublishedTime = guide.PublishedTime;
        return dto;
    }
}
