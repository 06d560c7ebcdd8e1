using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CapaCitoyenne.Mailing.Contacts;

/// <summary>
/// One mail address as typed by people: <see cref="Value"/> is what is written to, <see cref="Normalized"/> is what makes it the same
/// address as another (lower case, domain in ASCII). Dots and <c>+tags</c> are kept: only the recipient's server knows what they mean.
/// </summary>
internal sealed record EmailAddress
{
    private const int MaxLocalLength = 64;
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true, UseStd3AsciiRules = true };

    private EmailAddress(string value, string normalized)
    {
        Value = value;
        Normalized = normalized;
    }

    public string Value { get; }

    public string Normalized { get; }

    /// <summary>
    /// 128 bits of SHA-256 over <see cref="Normalized"/>: recognises an address that must not be written to without keeping it.
    /// </summary>
    public Guid Key => KeyOf(Normalized);

    public static Guid KeyOf(string normalized)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(normalized), hash);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>Accepts what spreadsheets and mail programs give: spaces around, <c>mailto:</c>, <c>&lt;…&gt;</c>, <c>Name &lt;…&gt;</c>.</summary>
    public static bool TryParse(string? text, out EmailAddress address)
    {
        address = null!;
        var bare = Unwrap(text);
        var at = bare.LastIndexOf('@');
        if (at <= 0 || at == bare.Length - 1) return false;

        var local = bare[..at];
        if (!IsLocalPart(local) || !TryGetAsciiDomain(bare[(at + 1)..], out var domain)) return false;

        var value = local + "@" + domain;
        if (value.Length > ContactConsts.MaxEmailLength) return false;

        address = new EmailAddress(value, value.ToLowerInvariant());
        return true;
    }

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.EmailInvalid"/>.</exception>
    public static EmailAddress Parse(string? text) => TryParse(text, out var address)
        ? address
        : throw new BusinessException(MailingErrorCodes.EmailInvalid).WithData("Email", text);

    private static string Unwrap(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var clean = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            // Zero-width characters and soft hyphens come with text pasted from web pages.
            if (char.GetUnicodeCategory(c) != UnicodeCategory.Format) clean.Append(c);
        }

        var bare = clean.ToString().Trim();
        var open = bare.LastIndexOf('<');
        if (open >= 0 && bare.EndsWith('>')) bare = bare[(open + 1)..^1].Trim();
        if (bare.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) bare = bare[7..];
        return bare.Trim().Trim('"', '\'', ';', ',').Trim();
    }

    private static bool IsLocalPart(string local)
    {
        if (local.Length > MaxLocalLength || local.StartsWith('.') || local.EndsWith('.') || local.Contains("..", StringComparison.Ordinal)) return false;
        foreach (var c in local)
        {
            if (!char.IsLetterOrDigit(c) && !".!#$%&'*+-/=?^_`{|}~".Contains(c)) return false;
        }

        return true;
    }

    private static bool TryGetAsciiDomain(string domain, out string ascii)
    {
        ascii = "";
        if (domain.Length > 253 || !domain.Contains('.', StringComparison.Ordinal) || domain.StartsWith('.') || domain.EndsWith('.')) return false;
        try
        {
            ascii = Idn.GetAscii(domain.Normalize(NormalizationForm.FormKC)).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return false;
        }

        var labels = ascii.Split('.');
        return Array.TrueForAll(labels, IsLabel) && labels[^1].Length >= 2 && !labels[^1].All(char.IsAsciiDigit);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
