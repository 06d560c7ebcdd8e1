namespace CapaCitoyenne.Abp;

/// <summary>The foundation's own error codes, which are keys of its texts.</summary>
public static class AbpErrorCodes
{
    public const string TenantNotFound = "Abp:TenantNotFound";
    public const string ValidationFailed = "Abp:ValidationFailed";
    public const string MalformedRequest = "Abp:MalformedRequest";
    public const string NotSignedIn = "Abp:NotSignedIn";
    public const string NotAllowed = "Abp:NotAllowed";
    public const string NotFound = "Abp:NotFound";
    public const string Conflict = "Abp:Conflict";
    public const string AlreadyExists = "Abp:AlreadyExists";
    public const string TooManyRequests = "Abp:TooManyRequests";
    public const string InternalError = "Abp:InternalError";
}
