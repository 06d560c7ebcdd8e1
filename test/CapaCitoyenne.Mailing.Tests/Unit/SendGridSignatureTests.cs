using CapaCitoyenne.Mailing.Webhooks;
using CapaCitoyenne.TestBase.SendGrid;

namespace CapaCitoyenne.Mailing.Tests.Unit;

public sealed class SendGridSignatureTests : IDisposable
{
    private static readonly HandedOver Mail = new("a@example.org", "1", "2", "3", null, "m");
    private readonly SendGridEvents _events = new();

    [Fact]
    public void A_body_is_accepted_as_it_was_signed()
    {
        var signed = _events.Sign([SendGridEvents.About(Mail, "delivered")]);
        SendGridSignature.Verify(_events.PublicKey, signed.Signature, signed.Timestamp, signed.Body).ShouldBeTrue();
    }

    [Fact]
    public void A_body_without_its_last_line_end_is_refused()
    {
        var signed = _events.Sign([SendGridEvents.About(Mail, "delivered")]);
        SendGridSignature.Verify(_events.PublicKey, signed.Signature, signed.Timestamp, signed.Body.AsSpan()[..^2]).ShouldBeFalse();
    }

    [Fact]
    public void Another_timestamp_or_key_is_refused()
    {
        using var other = new SendGridEvents();
        var signed = _events.Sign([SendGridEvents.About(Mail, "delivered")]);
        SendGridSignature.Verify(_events.PublicKey, signed.Signature, "1", signed.Body).ShouldBeFalse();
        SendGridSignature.Verify(other.PublicKey, signed.Signature, signed.Timestamp, signed.Body).ShouldBeFalse();
    }

    [Fact]
    public void While_a_key_is_changed_the_old_and_the_new_one_are_valid()
    {
        using var next = new SendGridEvents();
        var both = $"{_events.PublicKey}, {next.PublicKey}";
        foreach (var signed in new[] { _events, next }.Select(e => e.Sign([SendGridEvents.About(Mail, "delivered")])))
            SendGridSignature.Verify(both, signed.Signature, signed.Timestamp, signed.Body).ShouldBeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("AAAA")]
    public void A_broken_signature_is_refused_and_not_an_error(string? signature) =>
        SendGridSignature.Verify(_events.PublicKey, signature, "1", "[]"u8).ShouldBeFalse();

    public void Dispose() => _events.Dispose();
}
