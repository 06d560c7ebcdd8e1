namespace CapaCitoyenne.Associations.Accounts;

/// <summary>Long, and not among the first guesses. No rule about kinds of characters (NIST SP 800-63B, 3.1.1.2).</summary>
internal static class PasswordPolicy
{
    // What guessing programs try first, in the lengths that we accept; longer repetitions are caught by the number of different characters.
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "1234567890", "0123456789", "0987654321", "12345678910", "1q2w3e4r5t", "1qaz2wsx3edc", "azertyuiop", "azerty1234", "azerty12345", "azertyuiop1", "qwertyuiop", "qwerty1234",
        "qwerty12345", "password12", "password123", "password1234", "passw0rd123", "motdepasse", "motdepasse1", "motdepasse123", "monmotdepasse", "mot de passe", "bonjour123",
        "bonjour1234", "doudou1234", "loulou1234", "soleil1234", "marseille13", "iloveyou123", "jetaime123", "administrateur", "administrator", "association", "association1",
        "association123", "capacitoyenne", "bienvenue1", "bienvenue123", "changezmoi", "liverpool1", "football123", "france1998", "jesuischarlie",
    };

    /// <summary>Errors: PasswordTooShort, PasswordTooCommon.</summary>
    public static void Check(string password, params string?[] personal)
    {
        if (password.Length < AccountConsts.MinPasswordLength)
            throw new BusinessException(AssociationsErrorCodes.PasswordTooShort).WithData("MinLength", AccountConsts.MinPasswordLength);
        if (Common.Contains(password.Trim()) || password.Distinct().Count() < 5 || personal.Any(text => Repeats(password, text)))
            throw new BusinessException(AssociationsErrorCodes.PasswordTooCommon);
    }

    private static bool Repeats(string password, string? personal)
    {
        if (string.IsNullOrWhiteSpace(personal))
            return false;
        var local = personal.Split('@')[0];
        return password.Equals(personal, StringComparison.OrdinalIgnoreCase)
            || local.Length >= AccountConsts.MinPasswordLength / 2 && password.Contains(local, StringComparison.OrdinalIgnoreCase)
                && password.Length - local.Length < AccountConsts.MinPasswordLength / 2;
    }
}
