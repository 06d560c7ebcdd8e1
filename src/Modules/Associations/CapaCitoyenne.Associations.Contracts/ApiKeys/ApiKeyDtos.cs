using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Associations.ApiKeys;

public static class ApiKeyConsts
{
    public const int MaxNameLength = 100;
    /// <summary>Characters of all permission names together.</summary>
    public const int MaxScopeLength = 2000;
    public const int MaxPermissions = 50;
    /// <summary>Keys of a space.</summary>
    public const int MaxCount = 50;
    public const int MaxDays = 730;
}

/// <summary>A key that a program uses instead of a person's session. Its secret is shown once, when it is made.</summary>
public class ApiKeyDto : EntityDto<Guid>
{
    public required string Name { get; set; }
    /// <summary>Who made it: it may never do more than this person, and ends with their membership.</summary>
    public required string OwnerName { get; set; }
    public List<string> Permissions { get; set; } = [];
    public DateTime CreationTime { get; set; }
    public DateTime? ExpirationTime { get; set; }
    /// <summary>To within ten minutes.</summary>
    public DateTime? LastUsedTime { get; set; }
}

/// <param name="Secret">Goes into the header <c>Authorization: Bearer …</c>. It cannot be shown again.</param>
public record CreatedApiKeyDto(ApiKeyDto Key, string Secret);

public class CreateApiKeyDto
{
    [Required, StringLength(ApiKeyConsts.MaxNameLength)]
    public string Name { get; set; } = "";
    /// <summary>Some of those that <see cref="IApiKeyAppService.GetPermissionsAsync"/> offers.</summary>
    [Required, MinLength(1), MaxLength(ApiKeyConsts.MaxPermissions)]
    public List<string> Permissions { get; set; } = [];
    /// <summary>Days until it ends; null = never.</summary>
    [Range(1, ApiKeyConsts.MaxDays)]
    public int? Days { get; set; }
}

/// <param name="Group">Localized, for instance the name of the module.</param>
public record GrantablePermissionDto(string Name, string DisplayName, string Group);
