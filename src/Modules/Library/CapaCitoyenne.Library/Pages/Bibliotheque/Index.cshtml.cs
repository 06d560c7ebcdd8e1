using CapaCitoyenne.Associations;
using CapaCitoyenne.Library.Commons;
using CapaCitoyenne.Library.Guides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.WebUtilities;

namespace CapaCitoyenne.Library.Pages.Bibliotheque;

/// <summary>The search of the commons: a plain form and plain links, so that every state has an address.</summary>
[EnableRateLimiting(AnonymousRateLimits.Read)]
public sealed class IndexModel(ICommonsPublicAppService commons) : PageModel
{
    private const int PageSize = 20;

    /// <summary>Words, as typed.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    /// <summary>Kind that filters; unknown values filter nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Kind { get; set; }

    /// <summary>Theme that filters; unknown values filter nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "theme")]
    public string? Theme { get; set; }

    /// <summary>Cursor of the page, as the page before gave it.</summary>
    [BindProperty(SupportsGet = true, Name = "suite")]
    public string? Cursor { get; set; }

    /// <summary>What was found.</summary>
    public CommonsSearchResultDto Result { get; private set; } = new();

    /// <summary>Words or filters are set.</summary>
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Query) || Kind is not null || Theme is not null;

    /// <summary>Finds the guides.</summary>
    public async Task OnGetAsync()
    {
        Query = Query is { Length: > GuideConsts.MaxQueryLength } ? Query[..GuideConsts.MaxQueryLength] : Query;
        Kind = Enum.TryParse<GuideKind>(Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind.ToString() : null;
        Theme = Theme is not null && GuideConsts.Themes.Contains(Theme) ? Theme : null;
        var input = new CommonsSearchInput { Query = Query, Kind = Kind is null ? null : kind, Theme = Theme, Cursor = Cursor, MaxResultCount = PageSize };
        try
        {
            Result = await commons.GetListAsync(input);
        }
        catch (BusinessException exception) when (exception.Code == LibraryErrorCodes.CursorInvalid)
        {
            input.Cursor = null; // an address that was cut when it was copied shows the first page
            Result = await commons.GetListAsync(input);
        }
    }

    /// <summary>Address of this search with other words or filters, on its first page.</summary>
    public string Address(string? query, string? kind, string? theme, string? cursor = null)
        => QueryHelpers.AddQueryString("/bibliotheque", new[] { ("q", query), ("type", kind), ("theme", theme), ("suite", cursor) }
            .Where(part => !string.IsNullOrEmpty(part.Item2))
            .Select(part => new KeyValuePair<string, string?>(part.Item1, part.Item2)));
}
