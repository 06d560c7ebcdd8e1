namespace CapaCitoyenne.Abp;

/// <summary>Error codes of accounts in the foundation; ASP.NET Core Identity's own codes follow the same prefix.</summary>
public static class AbpIdentityErrorCodes
{
    /// <summary>A request with the session's cookie came without its token, or from another origin.</summary>
    public const string RequestNotVerified = "Identity:RequestNotVerified";
}

[LocalizationResourceName("Identity")]
internal sealed class IdentityResource;
