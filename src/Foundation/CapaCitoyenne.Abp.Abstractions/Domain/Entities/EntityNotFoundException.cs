namespace CapaCitoyenne.Abp.Domain.Entities;

/// <summary>Becomes HTTP 404. Rows of other tenants are "not found", never "forbidden".</summary>
public class EntityNotFoundException(Type? entityType = null, object? id = null)
    : AbpException($"There is no such entity. Type: {entityType?.Name}, id: {id}");
