namespace CapaCitoyenne.Associations.Sessions;

/// <summary>Limits of a session.</summary>
public static class SessionConsts
{
    /// <summary>Characters of the name of a browser or of a system.</summary>
    public const int MaxNameLength = 32;
}
