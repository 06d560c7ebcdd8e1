namespace CapaCitoyenne.Associations.Profiles;

/// <summary>Limits of an association's profile.</summary>
public static class ProfileConsts
{
    public const int MaxNameLength = 120;

    /// <summary>A host name's label holds 63 characters; this leaves room for a number.</summary>
    public const int MaxSlugLength = 56;

    public const int MinSlugLength = 2;
    public const int MaxRnaNumberLength = 10;
    public const int MaxAddressLength = 300;
    public const int MaxPhoneLength = 30;
}
