using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Mailing.Paging;

/// <summary>Asks for the page that follows <see cref="Cursor"/>; the cost of a page does not depend on how far it is.</summary>
public class CursorPagedRequestDto
{
    public const int MaxPageSize = 200;

    /// <summary><see cref="CursorPagedResultDto{T}.NextCursor"/> of the page before; null = first page.</summary>
    [StringLength(200)]
    public string? Cursor { get; set; }

    [Range(1, MaxPageSize)]
    public int MaxResultCount { get; set; } = 50;
}

/// <summary>One page. There is no total: counting would read the whole table.</summary>
public class CursorPagedResultDto<T>
{
    public List<T> Items { get; set; } = [];

    /// <summary>Opaque; null on the last page.</summary>
    public string? NextCursor { get; set; }
}
