using System.Net.Mail;

namespace CapaCitoyenne.Sites.Public;

/// <summary>Addresses that visitors type. One line, nothing but an address: it ends up in the head of a mail.</summary>
internal static class VisitorEmail
{
    private const int MaxLength = 254;

    /// <summary>The address without spaces around it; null when it is empty or none.</summary>
    public static string? Parse(string? text)
    {
        var email = text?.Trim();
        if (string.IsNullOrEmpty(email) || email.Length > MaxLength || email.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';' or '"' or '(' or ')')) return null;
        return MailAddress.TryCreate(email, out var address) && address.Address == email && address.Host.Contains('.', StringComparison.Ordinal) ? email : null;
    }
}
