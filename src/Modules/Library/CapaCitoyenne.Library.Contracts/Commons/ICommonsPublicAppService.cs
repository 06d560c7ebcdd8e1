namespace CapaCitoyenne.Library.Commons;

/// <summary>The commons, for anybody. Served at <c>/api/library/commons-public</c>; no account needed.</summary>
public interface ICommonsPublicAppService : IApplicationService
{
    /// <summary>Searches the shared guides: <c>GET /api/library/commons-public?query=…</c>.</summary>
    Task<CommonsSearchResultDto> GetListAsync(CommonsSearchInput input);

    /// <summary>A shared guide, or its tombstone: <c>GET /api/library/commons-public/by-slug?slug=…</c>.</summary>
    Task<CommonsGuideDto> GetBySlugAsync(string slug);
}
