using System.Globalization;
using CapaCitoyenne.Mailing.Campaigns;
using SendGrid.Helpers.Mail;

namespace CapaCitoyenne.Mailing.Delivery.Transports;

/// <summary>Builds the one request of a batch.</summary>
internal static class SendGridRequest
{
    /// <summary>Names of the custom arguments. They are kept for ever by the provider: opaque ids only.</summary>
    public const string AttemptArg = "a";
    public const string DeliveryArg = "d";
    public const string TenantArg = "t";

    public static SendGridMessage Build(BulkMessage message)
    {
        var tags = new TagSet(message);
        var request = new SendGridMessage
        {
            From = new EmailAddress(message.From.Address, message.From.Name),
            ReplyTo = message.ReplyTo is null ? null : new EmailAddress(message.ReplyTo),
            Subject = tags.Subject,
            PlainTextContent = tags.Text,
            HtmlContent = tags.Html,
            BatchId = message.Plan.BatchId,
            SendAt = message.Plan.SendAt is { } at ? new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeSeconds() : null,
            CustomArgs = new Dictionary<string, string>
            {
                [AttemptArg] = message.AttemptId.ToString("N"),
                [TenantArg] = message.TenantId.ToString("N"),
            },
            Headers = new Dictionary<string, string> { ["List-Id"] = $"<{message.ListId}>", [MailHeaders.Feedback] = MailHeaders.FeedbackId(message) },
            TrackingSettings = new TrackingSettings
            {
                ClickTracking = new ClickTracking { Enable = false, EnableText = false },
                OpenTracking = new OpenTracking { Enable = false },
                SubscriptionTracking = new SubscriptionTracking { Enable = false },
                Ganalytics = new Ganalytics { Enable = false },
            },
            Personalizations = new List<Personalization>(message.Recipients.Count),
        };

        foreach (var recipient in message.Recipients)
        {
            request.Personalizations.Add(new Personalization
            {
                Tos = [new EmailAddress(recipient.Email)],
                Substitutions = tags.ValuesFor(recipient),
                CustomArgs = new Dictionary<string, string> { [DeliveryArg] = recipient.ContactId.ToString("N") },
                Headers = message.CanUnsubscribe ? MailHeaders.Unsubscribe(recipient.UnsubscribeUrl) : null,
            });
        }

        return request;
    }

    /// <summary>One tag per slot and per kind of text, since a value is escaped in HTML and not in plain text.</summary>
    private sealed class TagSet
    {
        private readonly List<(string Tag, PersonalizedTemplate Template, TemplateSlot Slot)> _tags = [];
        private readonly string _nonce;

        public TagSet(BulkMessage message)
        {
            // A tag that the letter cannot contain by accident.
            _nonce = message.CampaignId.ToString("N")[^8..];
            Subject = Tag(message.Letter.Subject);
            Html = Tag(message.Letter.Html);
            Text = Tag(message.Letter.Text);
        }

        public string Subject { get; }

        public string Html { get; }

        public string Text { get; }

        public Dictionary<string, string> ValuesFor(BulkRecipient recipient)
        {
            var values = new Dictionary<string, string>(_tags.Count);
            foreach (var (tag, template, slot) in _tags) values[tag] = template.ValueOf(slot, recipient.ValueOf);
            return values;
        }

        private string Tag(PersonalizedTemplate template) => template.WithTags(slot =>
        {
            var known = _tags.Find(t => ReferenceEquals(t.Template, template) && t.Slot == slot);
            if (known.Tag is not null) return known.Tag;
            var tag = string.Create(CultureInfo.InvariantCulture, $"~{_nonce}{_tags.Count}~");
            _tags.Add((tag, template, slot));
            return tag;
        });
    }
}
