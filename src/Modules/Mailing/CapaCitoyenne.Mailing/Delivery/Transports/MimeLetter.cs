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

        mime.Body = new BodyBuilder
        {
            TextBody = message.Letter.Text.Fill(recipient.ValueOf),
            HtmlBody = message.Letter.Html.Fill(recipient.ValueOf),
        }.ToMessageBody();
        mime.Prepare(EncodingConstraint.SevenBit);
        return mime;
    }

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];
}
