namespace CapaCitoyenne.Mailing.Contacts;

/// <summary>Lengths are in characters.</summary>
public static class ContactConsts
{
    /// <summary>For how many months a person may ask to be left alone.</summary>
    public static readonly int[] PauseMonths = [1, 3, 6];
    /// <summary>For how many days the link of a confirmation mail counts, and an address that was never confirmed is kept.</summary>
    public const int ConfirmationDays = 30;
    /// <summary>RFC 5321: 256 with the angle brackets of the path.</summary>
    public const int MaxEmailLength = 254;
    public const int MaxNameLength = 100;
    public const int MaxLanguageLength = 10;
    public const int MaxSourceLength = 40;
    public const int MaxNotesLength = 1000;
    public const int MaxProofLength = 1000;
    public const int MaxTextVersionLength = 40;
    public const int MaxFilterLength = 100;
    /// <summary>Counts stop here.</summary>
    public const int MaxExactCount = 10_000;
    /// <summary>Contacts that one call may name.</summary>
    public const int MaxContactsPerCall = 1000;
}
