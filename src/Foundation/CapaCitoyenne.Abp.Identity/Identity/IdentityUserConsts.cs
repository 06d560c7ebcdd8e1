namespace CapaCitoyenne.Abp.Identity;

/// <summary>Lengths of the columns of an account.</summary>
public static class IdentityUserConsts
{
    public const int MaxUserNameLength = 254;
    public const int MaxEmailLength = 254;
    public const int MaxNameLength = 100;
    public const int MaxLanguageLength = 8;
    public const int MaxPhoneNumberLength = 30;
    public const int MaxPasswordHashLength = 256;
    public const int MaxStampLength = 64;

    /// <summary>Shortest password, in characters.</summary>
    public const int MinPasswordLength = 10;
}
