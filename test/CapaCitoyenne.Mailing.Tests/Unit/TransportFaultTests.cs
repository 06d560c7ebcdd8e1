using System.Net.Sockets;
using CapaCitoyenne.Abp.Http;
using CapaCitoyenne.Mailing.MailTransports;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CapaCitoyenne.Mailing.Tests.Unit;

public class TransportFaultTests
{
    [Theory]
    [InlineData(401, "The provided authorization grant is invalid, expired, or revoked", TransportFault.KeyRefused)]
    [InlineData(401, "Maximum credits exceeded", TransportFault.QuotaReached)]
    [InlineData(403, "access forbidden", TransportFault.KeyLacksRight)]
    [InlineData(403, "The from address does not match a verified Sender Identity.", TransportFault.SenderNotVerified)]
    [InlineData(429, "too many requests", TransportFault.TooFast)]
    [InlineData(400, "The from email does not contain a valid address.", TransportFault.SenderNotVerified)]
    [InlineData(413, "Payload too large", TransportFault.ContentRefused)]
    [InlineData(503, "", TransportFault.ServerFailed)]
    [InlineData(418, "I'm a teapot", TransportFault.Unknown)]
    public void SendGrid_refuses_for_a_reason(int status, string words, TransportFault fault) =>
        TransportFaults.OfSendGrid(status, $$"""{"errors":[{"message":"{{words}}","field":null}]}""").Fault.ShouldBe(fault);

    [Fact]
    public void An_answer_that_is_no_json_is_told_by_its_status() =>
        TransportFaults.OfSendGrid(502, "<html>Bad gateway</html>").ShouldBe((TransportFault.ServerFailed, "HTTP 502"));

    [Theory]
    [InlineData(535, "5.7.8 Authentication credentials invalid", TransportFault.LoginRefused)]
    [InlineData(530, "5.7.0 Authentication required", TransportFault.LoginRequired)]
    [InlineData(530, "Must issue a STARTTLS command first", TransportFault.TlsUnavailable)]
    [InlineData(450, "4.2.0 Greylisted, see http://postgrey", TransportFault.Greylisted)]
    [InlineData(452, "4.5.3 Daily sending quota exceeded", TransportFault.QuotaReached)]
    [InlineData(421, "Too many connections", TransportFault.TooFast)]
    [InlineData(554, "5.7.1 Relay access denied", TransportFault.LoginRequired)]
    [InlineData(553, "5.7.1 Sender address rejected: not owned by user", TransportFault.SenderNotVerified)]
    [InlineData(451, "Temporary local problem", TransportFault.ServerFailed)]
    [InlineData(599, "Pas envie", TransportFault.Unknown)]
    public void A_mail_server_refuses_for_a_reason(int code, string words, TransportFault fault) =>
        TransportFaults.Of(new SmtpCommandException(SmtpErrorCode.UnexpectedStatusCode, (SmtpStatusCode)code, words)).ShouldBe(fault);

    [Fact]
    public void What_a_recipient_is_refused_for_is_told_apart_from_the_sender()
    {
        var nobody = new MailboxAddress("", "a@exemple.fr");
        TransportFaults.Of(new SmtpCommandException(SmtpErrorCode.RecipientNotAccepted, SmtpStatusCode.MailboxUnavailable, nobody, "no such user")).ShouldBe(TransportFault.RecipientRefused);
        TransportFaults.Of(new SmtpCommandException(SmtpErrorCode.SenderNotAccepted, SmtpStatusCode.MailboxUnavailable, nobody, "no")).ShouldBe(TransportFault.SenderNotVerified);
    }

    public static TheoryData<Exception, TransportFault> Roads => new()
    {
        { new OutsideAddressRefusedException("localhost", 25), TransportFault.HostForbidden },
        { new SocketException((int)SocketError.HostNotFound), TransportFault.HostNotFound },
        { new SocketException((int)SocketError.ConnectionRefused), TransportFault.ConnectionRefused },
        { new TimeoutException(), TransportFault.TimedOut },
        { new SslHandshakeException("certificate"), TransportFault.CertificateInvalid },
        { new NotSupportedException("The SMTP server does not support the STARTTLS extension."), TransportFault.TlsUnavailable },
        { new MailKit.ServiceNotAuthenticatedException("5.7.0 Authentication required"), TransportFault.LoginRequired },
        { new MailKit.ServiceNotAuthenticatedException("5.7.0 Must issue a STARTTLS command first"), TransportFault.TlsUnavailable },
        { new AuthenticationException("535"), TransportFault.LoginRefused },
        { new HttpRequestException(HttpRequestError.NameResolutionError), TransportFault.HostNotFound },
    };

    [Theory]
    [MemberData(nameof(Roads), DisableDiscoveryEnumeration = true)]
    public void The_road_fails_for_a_reason(Exception exception, TransportFault fault) => TransportFaults.Of(exception).ShouldBe(fault);
}
