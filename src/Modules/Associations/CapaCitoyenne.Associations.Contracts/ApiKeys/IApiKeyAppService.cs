namespace CapaCitoyenne.Associations.ApiKeys;

/// <summary>
/// Keys for programs: <c>/api/associations/api-key</c>. A key works in its space only, as the person who made it, within the permissions that were chosen
/// and that this person still holds. It opens nothing that asks for no permission: no account, no session, no other key.
/// </summary>
public interface IApiKeyAppService : IApplicationService
{
    /// <summary>Newest first.</summary>
    Task<ListResultDto<ApiKeyDto>> GetListAsync();

    /// <summary>What who asks may give to a key.</summary>
    Task<ListResultDto<GrantablePermissionDto>> GetPermissionsAsync();

    /// <exception cref="BusinessException"><see cref="AssociationsErrorCodes.ApiKeyPermissionNotHeld"/>, <see cref="AssociationsErrorCodes.TooManyApiKeys"/>.</exception>
    Task<CreatedApiKeyDto> CreateAsync(CreateApiKeyDto input);

    /// <summary>It stops working at once.</summary>
    Task DeleteAsync(Guid id);
}
