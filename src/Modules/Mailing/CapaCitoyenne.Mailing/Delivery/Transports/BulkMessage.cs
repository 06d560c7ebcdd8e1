using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Measurement;

namespace CapaCitoyenne.Mailing.Delivery.Transports;

/// <summary>One letter for many: the templates are shared, the recipients carry what differs.</summary>
internal sealed record BulkMessage
{
    /// <summary>Comes back in the provider's events.</summary>
    public required Guid AttemptId { get; init; }
    public required Guid CampaignId { get; init; }
    public required Guid TenantId { get; init; }
    public required MailName From { get; init; }
    public string? ReplyTo { get; init; }
    public required LetterTemplates Letter { get; init; }
    /// <summary><c>List-Id</c> without the brackets, for example <c>actualites.jardin.example.org</c>.</summary>
    public required string ListId { get; init; }
    /// <summary>One-click unsubscription (RFC 8058); false for what the statutes require.</summary>
    public required bool CanUnsubscribe { get; init; }
    public HandOverPlan Plan { get; init; } = HandOverPlan.None;
    public required IReadOnlyList<BulkRecipient> Recipients { get; init; }
}

internal sealed record MailName(string Address, string Name);

internal sealed record BulkRecipient(
    Guid ContactId, string Email, string? FirstName, string? LastName, string UnsubscribeUrl, string PreferencesUrl)
{
    /// <summary>The space's own fields by name, as they are read in a letter.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; init; }

    /// <summary>Null for everybody who did not agree to be counted.</summary>
    public MeasuredPlaces? Measured { get; init; }

    public string? ValueOf(string field) => field switch
    {
        PersonalFields.Email => Email,
        PersonalFields.FirstName => FirstName,
        PersonalFields.LastName => LastName,
        PersonalFields.UnsubscribeUrl => UnsubscribeUrl,
        PersonalFields.PreferencesUrl => PreferencesUrl,
        _ => Measured?.ValueOf(field, PreferencesUrl) ?? Fields?.GetValueOrDefault(field),
    };
}

/// <summary>The rendered letter, parsed for personalisation.</summary>
internal sealed record LetterTemplates(PersonalizedTemplate Subject, PersonalizedTemplate Html, PersonalizedTemplate Text)
{
    /// <param name="ownFields">Names of the space's own fields; only <see cref="Issues"/> depend on them.</param>
    public static LetterTemplates Parse(string subject, string html, string text, IReadOnlyCollection<string>? ownFields = null) => new(
        PersonalizedTemplate.Parse(subject, TemplateKind.Text, ownFields),
        PersonalizedTemplate.Parse(html, TemplateKind.Html, ownFields),
        PersonalizedTemplate.Parse(text, TemplateKind.Text, ownFields));

    /// <summary>Whether the letter speaks of more than names and addresses.</summary>
    public bool HasOwnFields => Subject.Slots.Concat(Html.Slots).Concat(Text.Slots)
        .Any(s => !PersonalFields.IsOurs(s.Field) && !PersonalFields.Names.Contains(s.Field));

    public IEnumerable<TemplateIssue> Issues => Subject.Issues.Concat(Html.Issues).Concat(Text.Issues).Distinct();
}
