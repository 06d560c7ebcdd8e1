namespace CapaCitoyenne.Abp.Authorization;

/// <summary>HTTP 401 for an anonymous caller, 403 for a signed-in one.</summary>
public class AbpAuthorizationException(string? message = null, string? code = null) : Exception(message), IHasErrorCode
{
    public string? Code { get; } = code;
}
