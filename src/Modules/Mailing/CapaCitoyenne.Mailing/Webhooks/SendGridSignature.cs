using System.Security.Cryptography;
using System.Text;

namespace CapaCitoyenne.Mailing.Webhooks;

/// <summary>
/// Signature of SendGrid's event webhook: ECDSA P-256 with SHA-256 over the timestamp's characters followed by the raw body. The body
/// ends with CR LF: verify the bytes as they came, before anything reads them.
/// </summary>
internal static class SendGridSignature
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <param name="publicKeys">Base64 of the SubjectPublicKeyInfo, as the provider shows it (no PEM armour); several, separated by commas, during a change of keys.</param>
    /// <param name="signature">Base64 of the DER signature.</param>
    public static bool Verify(string publicKeys, string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        if (string.IsNullOrEmpty(signature) || string.IsNullOrEmpty(timestamp)) return false;
        Span<byte> der = stackalloc byte[256];
        if (!Convert.TryFromBase64String(signature, der, out var length)) return false;

        var stamp = Encoding.UTF8.GetBytes(timestamp);
        var signed = new byte[stamp.Length + body.Length];
        stamp.CopyTo(signed, 0);
        body.CopyTo(signed.AsSpan(stamp.Length));
        foreach (var publicKey in publicKeys.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
            if (key.VerifyData(signed, der[..length], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)) return true;
        }

        return false;
    }
}
