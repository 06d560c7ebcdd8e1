using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CapaCitoyenne.Abp.Http;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace CapaCitoyenne.Mailing.MailTransports;

/// <summary>What a failed test means, in the few classes that a person can do something about.</summary>
internal static class TransportFaults
{
    /// <summary>SendGrid's answer. The words are those of its public error catalogue; they change seldom, the status codes never.</summary>
    public static (TransportFault Fault, string Detail) OfSendGrid(int status, string body)
    {
        var detail = Words(body) ?? $"HTTP {status}";
        var fault = status switch
        {
            _ when Says(detail, "verified sender", "sender identity") => TransportFault.SenderNotVerified,
            _ when Says(detail, "maximum credits", "credits exceeded", "quota") => TransportFault.QuotaReached,
            401 => TransportFault.KeyRefused,
            403 => TransportFault.KeyLacksRight,
            429 => TransportFault.TooFast,
            400 when Says(detail, "from") => TransportFault.SenderNotVerified,
            400 or 413 => TransportFault.ContentRefused,
            >= 500 => TransportFault.ServerFailed,
            _ => TransportFault.Unknown,
        };
        return (fault, detail);
    }

    public static TransportFault Of(Exception exception) => exception switch
    {
        OutsideAddressRefusedException => TransportFault.HostForbidden,
        SslHandshakeException => TransportFault.CertificateInvalid,
        // MailKit says so when STARTTLS was required and is not offered.
        NotSupportedException => TransportFault.TlsUnavailable,
        AuthenticationException => TransportFault.LoginRefused,
        // What MailKit makes of a 530, which never comes as a command's answer.
        ServiceNotAuthenticatedException => Says(exception.Message, "starttls") ? TransportFault.TlsUnavailable : TransportFault.LoginRequired,
        SmtpCommandException command => OfSmtp(command),
        SmtpProtocolException => TransportFault.TlsUnavailable,
        TimeoutException or OperationCanceledException => TransportFault.TimedOut,
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => TransportFault.HostNotFound,
        SocketException { SocketErrorCode: SocketError.TimedOut } => TransportFault.TimedOut,
        SocketException => TransportFault.ConnectionRefused,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => TransportFault.HostNotFound,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => TransportFault.CertificateInvalid,
        HttpRequestException => TransportFault.ConnectionRefused,
        UnauthorizedAccessException or DirectoryNotFoundException => TransportFault.FolderUnwritable,
        _ => TransportFault.Unknown,
    };

    private static TransportFault OfSmtp(SmtpCommandException e)
    {
        var code = (int)e.StatusCode;
        if (Says(e.Message, "quota", "limit exceeded", "daily", "too many messages", "sending limit")) return TransportFault.QuotaReached;
        if (Says(e.Message, "greylist", "graylist", "grey list", "postgrey")) return TransportFault.Greylisted;
        if (code is 534 or 535 or 538 or 454) return TransportFault.LoginRefused;
        if (code == 530) return Says(e.Message, "starttls") ? TransportFault.TlsUnavailable : TransportFault.LoginRequired;
        if (Says(e.Message, "authentication required", "relay access denied", "relaying denied", "not permitted to relay")) return TransportFault.LoginRequired;
        if (e.ErrorCode == SmtpErrorCode.SenderNotAccepted || Says(e.Message, "sender address rejected", "not owned by user", "sender verify")) return TransportFault.SenderNotVerified;
        if (code == 421) return TransportFault.TooFast;
        if (e.ErrorCode == SmtpErrorCode.RecipientNotAccepted) return code < 500 ? TransportFault.Greylisted : TransportFault.RecipientRefused;
        if (code is >= 400 and < 500) return TransportFault.ServerFailed;
        return e.ErrorCode == SmtpErrorCode.MessageNotAccepted ? TransportFault.ContentRefused : TransportFault.Unknown;
    }

    private static bool Says(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static string? Words(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var words = json.RootElement.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("message").ToString());
            return string.Join(" ", words) is { Length: > 0 } text ? text : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
