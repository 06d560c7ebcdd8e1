using CapaCitoyenne.Library.Guides;

namespace CapaCitoyenne.Library.Curation;

internal static class GuideSubmissionMapper
{
    public static GuideSubmissionListItemDto ToListItemDto(this GuideSubmission submission) => submission.Fill(new GuideSubmissionListItemDto());

    public static GuideSubmissionDto ToDto(this GuideSubmission submission, string bodyHtml, List<AttributionDto> attributions, string? commonsPath)
    {
        var dto = submission.Fill(new GuideSubmissionDto());
        dto.Summary = submission.Summary;
        dto.Language = submission.Content.Language;
        dto.Themes = [.. submission.Content.ThemeList];
        dto.Tags = [.. submission.Content.TagList];
        dto.Card = GuideCard.Parse(submission.Content.Card).ToDto();
        dto.Body = submission.Content.Body;
        dto.BodyHtml = bodyHtml;
        dto.Attributions = attributions;
        dto.Message = submission.Message;
        dto.CommonsPath = commonsPath;
        return dto;
    }

    private static TDto Fill<TDto>(this GuideSubmission submission, TDto dto) where TDto : GuideSubmissionListItemDto
    {
        dto.Id = submission.Id;
        dto.Title = submission.Content.Title;
        dto.Aim = submission.Content.Aim;
        dto.Kind = submission.Content.Kind;
        dto.State = submission.State;
        dto.OwnerName = submission.OwnerName;
        dto.AuthorName = submission.Content.AuthorName;
        dto.Licence = submission.Content.Licence;
        dto.Revision = submission.Revision;
        dto.CreationTime = submission.CreationTime;
        return dto;
    }
}
