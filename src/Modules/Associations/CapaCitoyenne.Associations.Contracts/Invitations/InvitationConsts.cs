namespace CapaCitoyenne.Associations.Invitations;

/// <summary>Limits of an invitation.</summary>
public static class InvitationConsts
{
    /// <summary>How long an invitation can be accepted, in days.</summary>
    public const int ValidDays = 14;

    /// <summary>Open invitations at once in one space.</summary>
    public const int MaxOpen = 200;

    public const int MaxTokenLength = 128;
}
