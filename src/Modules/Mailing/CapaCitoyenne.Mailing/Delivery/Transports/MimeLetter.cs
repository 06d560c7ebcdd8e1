using CapaCitoyenne.Mailing.Campaigns;
using MimeKit;
using MimeKit.Utils;

namespace CapaCitoyenne.Mailing.Delivery.Transports;

/// <summary>One person's letter as a MIME message, for the transports that carry one message each.</summary>
internal static class MimeLetter
{
    public static MimeMessage Build(BulkMessage message, BulkRecipient recipient, DateTime now)
    {
        // Given as headers, so that the message does not first make a date and an id of its own.
        var mime = new MimeMessage(
            new Header(HeaderId.Date, DateUtils.FormatDate(new DateTimeOffset(now, TimeSpan.Zero))),
            new Header(HeaderId.MessageId, $"<{recipient.ContactId:N}.{message.CampaignId:N}@{DomainOf(message.From.Address)}>"))
        {
            Subject = message.Letter.Subject.Fill(recipient.ValueOf),
        };
        mime.From.Add(new MailboxAddress(message.From.Name, message.From.Address));
        mime.To.Add(new MailboxAddress("", recipient.Email));
        if (message.ReplyTo is not null) mime.ReplyTo.Add(new MailboxAddress("", message.ReplyTo));

        mime.Headers.Add("List-Id", $"<{message.ListId}>");
        mime.Headers.Add(MailHeaders.Feedback, MailHeaders.FeedbackId(message));
        mime.Headers.Add(MailHeaders.DeliveryId, recipient.ContactId.ToString("N"));
        if (message.CanUnsubscribe)
        {
            foreach (var (name, value) in MailHeaders.Unsubscribe(recipient.UnsubscribeUrl)) mime.Headers.Add(name, value);
        }

        mime.Body = new MultipartAlternative { Part("plain", message.Letter.Text), Part("html", message.Letter.Html) };
        return mime;

        // Named outright: to look for the best encoding takes as long as to encode, and a letter has long links and accents anyway.
        TextPart Part(string subtype, PersonalizedTemplate template) => new(subtype)
        {
            Text = template.Fill(recipient.ValueOf), ContentTransferEncoding = ContentEncoding.QuotedPrintable,
        };
    }

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];
}
