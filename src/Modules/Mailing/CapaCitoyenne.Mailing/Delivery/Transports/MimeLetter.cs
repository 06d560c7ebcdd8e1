using CapaCitoyenne.Mailing.Campaigns;
using MimeKit;

namespace CapaCitoyenne.Mailing.Delivery.Transports;

/// <summary>One person's letter as a MIME message, for the transports that carry one message each.</summary>
internal static class MimeLetter
{
    public static MimeMessage Build(BulkMessage message, BulkRecipient recipient, DateTime now)
    {
        var mime = new MimeMessage
        {
            Date = new DateTimeOffset(now, TimeSpan.Zero),
            Subject = message.Letter.Subject.Fill(recipient.ValueOf),
            MessageId = $"{recipient.ContactId:N}.{message.CampaignId:N}@{DomainOf(message.From.Address)}",
        };
        mime.From.Add(new MailboxAddress(message.From.Name, message.From.Address));
        mime.To.Add(new MailboxAddress("", recipient.Email));
        if (message.ReplyTo is not null) mime.ReplyTo.Add(new MailboxAddress("", message.ReplyTo));

        mime.Headers.Add("List-Id", $"<{message.ListId}>");
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
