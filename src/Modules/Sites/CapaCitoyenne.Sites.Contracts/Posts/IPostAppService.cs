using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Pages;

namespace CapaCitoyenne.Sites.Posts;

/// <summary>The news of the current space's site, for those who write them. Works as <see cref="IPageAppService"/> does.</summary>
public interface IPostAppService : IApplicationService
{
    /// <summary>Drafts first, then the latest published.</summary>
    Task<PagedResultDto<PostListItemDto>> GetListAsync(GetPostsInput input);

    Task<PostDto> GetAsync(Guid id);

    Task<PostDto> CreateAsync(CreatePostInput input);

    Task<PostDto> UpdateAsync(Guid id, SavePostDraftInput input);

    Task<PostDto> ChangeSlugAsync(Guid id, ChangePageSlugInput input);

    /// <summary>At once, for what is online too, which only those who may publish can change. Ids that are no categories are left out.</summary>
    Task<PostDto> SetCategoriesAsync(Guid id, SetPostCategoriesInput input);

    Task<PostDto> PublishAsync(Guid id, PublishInput? input = null);

    Task<PostDto> ScheduleAsync(Guid id, ScheduleInput input);

    Task<PostDto> UnpublishAsync(Guid id);

    Task DeleteAsync(Guid id);

    Task<ListResultDto<TrashItemDto>> GetTrashAsync();

    Task<PostDto> RestoreFromTrashAsync(Guid id, RestoreFromTrashInput input);

    Task DeleteForGoodAsync(Guid id);

    Task<ListResultDto<RevisionDto>> GetRevisionsAsync(Guid id);

    Task<RevisionDetailDto> GetRevisionAsync(Guid id, int number);

    Task<RevisionDifferenceDto> GetRevisionDifferenceAsync(Guid id, int number, int? from = null);

    Task<PostDto> RestoreRevisionAsync(Guid id, RestoreRevisionInput input);

    /// <summary>What somebody who reads the draft along would point out, in the order of the text; 40 remarks at most.</summary>
    Task<ListResultDto<ReviewRemarkDto>> GetReviewAsync(Guid id);

    Task<PreviewLinkDto> CreatePreviewLinkAsync(Guid id);
}
