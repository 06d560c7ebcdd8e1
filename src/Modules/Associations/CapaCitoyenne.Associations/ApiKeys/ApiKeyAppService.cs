using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Associations.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Associations.ApiKeys;

[Authorize(AssociationsPermissions.ApiKeys.Default)]
internal sealed class ApiKeyAppService(
    IRepository<ApiKey, Guid> keys, IRepository<IdentityUser, Guid> users, IPermissionDefinitionManager definitions, IPermissionChecker checker,
    IStringLocalizerFactory localizerFactory) : AssociationsAppService, IApiKeyAppService
{
    public async Task<ListResultDto<ApiKeyDto>> GetListAsync()
    {
        var rows = (await keys.GetListAsync()).OrderByDescending(key => key.CreationTime).ToList();
        var userIds = rows.ConvertAll(key => key.UserId);
        var names = (await users.GetListAsync(user => userIds.Contains(user.Id))).ToDictionary(user => user.Id, user => user.Name);
        return new ListResultDto<ApiKeyDto>(rows.ConvertAll(key => ToDto(key, names.GetValueOrDefault(key.UserId) ?? "")));
    }

    public async Task<ListResultDto<GrantablePermissionDto>> GetPermissionsAsync()
    {
        var held = new List<GrantablePermissionDto>();
        foreach (var group in definitions.GetGroups())
        {
            var title = group.DisplayName?.Localize(localizerFactory).Value ?? group.Name;
            foreach (var permission in group.Permissions)
            {
                if (await MayGiveAsync(permission.Name)) held.Add(new GrantablePermissionDto(permission.Name, permission.DisplayName?.Localize(localizerFactory).Value ?? permission.Name, title));
            }
        }

        return new ListResultDto<GrantablePermissionDto>(held);
    }

    public async Task<CreatedApiKeyDto> CreateAsync(CreateApiKeyDto input)
    {
        if (await keys.GetCountAsync() >= ApiKeyConsts.MaxCount) throw new BusinessException(AssociationsErrorCodes.TooManyApiKeys).WithData("Max", ApiKeyConsts.MaxCount);
        foreach (var name in input.Permissions)
        {
            if (definitions.GetOrNull(name) is null || !await MayGiveAsync(name)) throw new BusinessException(AssociationsErrorCodes.ApiKeyPermissionNotHeld).WithData("Name", name);
        }

        var key = new ApiKey(
            GuidGenerator.Create(), CurrentTenant.Id!.Value, CurrentUser.GetId(), input.Name, input.Permissions, input.Days is { } days ? Clock.Now.AddDays(days) : null);
        var secret = key.Seal();
        await keys.InsertAsync(key, autoSave: true);
        return new CreatedApiKeyDto(ToDto(key, CurrentUser.Name ?? ""), secret);
    }

    public async Task DeleteAsync(Guid id) => await keys.DeleteAsync(await keys.GetAsync(id));

    /// <summary>A key makes no keys.</summary>
    private async Task<bool> MayGiveAsync(string name) => name != AssociationsPermissions.ApiKeys.Default && await checker.IsGrantedAsync(name);

    private static ApiKeyDto ToDto(ApiKey key, string ownerName) => new()
    {
        Id = key.Id,
        Name = key.Name,
        OwnerName = ownerName,
        Permissions = [.. key.Scope.Split(' ')],
        CreationTime = key.CreationTime,
        ExpirationTime = key.ExpirationTime,
        LastUsedTime = key.LastUsedTime,
    };
}
