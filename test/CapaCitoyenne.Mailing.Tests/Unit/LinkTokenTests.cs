using CapaCitoyenne.Mailing.Subscriptions;
using CsCheck;

namespace CapaCitoyenne.Mailing.Tests.Unit;

public class LinkTokenTests
{
    private static readonly LinkKey Old = new(1, [1, 2, 3]);
    private static readonly LinkKey New = new(2, [4, 5, 6]);

    [Fact]
    public void A_signed_link_is_read_back() => Gen.Select(Gen.Guid, Gen.Guid, Gen.Guid).Sample((tenant, contact, campaign) =>
    {
        var token = new LinkToken(LinkPurpose.Unsubscribe, tenant, contact, campaign);
        LinkToken.TryRead(token.Sign(New), LinkPurpose.Unsubscribe, [New, Old], out var read).ShouldBeTrue();
        read.ShouldBe(token);
    });

    [Fact]
    public void A_link_signed_with_an_old_key_goes_on_working()
    {
        var text = new LinkToken(LinkPurpose.Unsubscribe, Guid.NewGuid(), Guid.NewGuid(), Guid.Empty).Sign(Old);
        LinkToken.TryRead(text, LinkPurpose.Unsubscribe, [New, Old], out _).ShouldBeTrue();
        LinkToken.TryRead(text, LinkPurpose.Unsubscribe, [New], out _).ShouldBeFalse();
    }

    [Fact]
    public void A_link_does_not_serve_another_purpose()
    {
        var text = new LinkToken(LinkPurpose.Confirm, Guid.NewGuid(), Guid.NewGuid(), Guid.Empty).Sign(New);
        LinkToken.TryRead(text, LinkPurpose.Unsubscribe, [New], out _).ShouldBeFalse();
    }

    [Fact]
    public void One_changed_character_makes_the_link_worthless()
    {
        var text = new LinkToken(LinkPurpose.Unsubscribe, Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()).Sign(New);
        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Char.AlphaNumeric).Sample((at, c) =>
        {
            var changed = text[..at] + c + text[(at + 1)..];
            if (changed != text) LinkToken.TryRead(changed, LinkPurpose.Unsubscribe, [New], out var read).ShouldBeFalse(read?.ToString());
        });
    }

    [Fact]
    public void No_text_at_all_makes_the_reader_throw() =>
        Gen.String.Sample(text => LinkToken.TryRead(text, LinkPurpose.Unsubscribe, [New], out _).ShouldBeFalse());
}
