using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Abp.Application.Dtos;

public class EntityDto<TKey>
{
    public TKey Id { get; set; } = default!;
}

public class CreationAuditedEntityDto<TKey> : EntityDto<TKey>
{
    public DateTime CreationTime { get; set; }

    public Guid? CreatorId { get; set; }
}

public class AuditedEntityDto<TKey> : CreationAuditedEntityDto<TKey>
{
    public DateTime? LastModificationTime { get; set; }

    public Guid? LastModifierId { get; set; }
}

public class ListResultDto<T>
{
    public ListResultDto() { }

    public ListResultDto(IReadOnlyList<T> items) => Items = items;

    public IReadOnlyList<T> Items { get; set; } = [];
}

public class PagedResultDto<T> : ListResultDto<T>
{
    public PagedResultDto() { }

    public PagedResultDto(long totalCount, IReadOnlyList<T> items) : base(items) => TotalCount = totalCount;

    public long TotalCount { get; set; }
}

public class LimitedResultRequestDto
{
    /// <summary>1 to 1000 rows, 20 by default.</summary>
    [Range(1, 1000)]
    public int MaxResultCount { get; set; } = 20;
}

public class PagedResultRequestDto : LimitedResultRequestDto
{
    [Range(0, int.MaxValue)]
    public int SkipCount { get; set; }
}
