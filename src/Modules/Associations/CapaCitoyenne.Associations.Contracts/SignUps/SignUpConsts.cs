namespace CapaCitoyenne.Associations.SignUps;

/// <summary>Limits of the sign-up form.</summary>
public static class SignUpConsts
{
    public const int MaxTownLength = 100;
    public const int MinIdempotencyKeyLength = 16;
    public const int MaxIdempotencyKeyLength = 64;
    public const int MaxFormTokenLength = 512;

    /// <summary>How long a form may stay open, in hours.</summary>
    public const int FormTokenHours = 24;
}
