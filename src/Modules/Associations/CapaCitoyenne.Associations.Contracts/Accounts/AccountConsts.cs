namespace CapaCitoyenne.Associations.Accounts;

/// <summary>Limits of an account.</summary>
public static class AccountConsts
{
    public const int MaxNameLength = 100;

    /// <summary>RFC 5321: 254 characters at most in a usable address.</summary>
    public const int MaxEmailLength = 254;

    /// <summary>Long rather than strange: no rule about kinds of characters.</summary>
    public const int MinPasswordLength = 10;

    public const int MaxPasswordLength = 128;
    public const int MaxTokenLength = 1024;
}
