namespace CapaCitoyenne.Associations.Members;

/// <summary>Limits of a member.</summary>
public static class MemberConsts
{
    /// <summary>All five role names with commas fit.</summary>
    public const int MaxRolesLength = 64;
}
