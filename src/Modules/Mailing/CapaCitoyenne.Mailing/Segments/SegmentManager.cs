using System.Globalization;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Tags;
using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Mailing.Segments;

/// <summary>Checks rules against what the space has, and keeps what they refer to from disappearing.</summary>
internal sealed class SegmentManager(
    IRepository<Segment, Guid> segments, IRepository<ContactField, Guid> fields, IRepository<MailingList, Guid> lists, IRepository<Tag, Guid> tags,
    ICampaignRepository campaigns) : DomainService
{
    private const int MaxDays = 36_500;
    private static readonly SegmentOperator[] Words =
        [SegmentOperator.Is, SegmentOperator.IsNot, SegmentOperator.Contains, SegmentOperator.StartsWith, SegmentOperator.EndsWith, SegmentOperator.IsSet, SegmentOperator.IsNotSet];
    private static readonly SegmentOperator[] Choices = [SegmentOperator.Is, SegmentOperator.IsNot, SegmentOperator.IsSet, SegmentOperator.IsNotSet];
    private static readonly SegmentOperator[] Times = [SegmentOperator.Before, SegmentOperator.After, SegmentOperator.WithinDays, SegmentOperator.MoreThanDaysAgo];
    private static readonly SegmentOperator[] Either = [SegmentOperator.Is, SegmentOperator.IsNot];

    /// <summary>The rule with its values as they are kept.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.SegmentConditionInvalid"/>, which says which one.</exception>
    public async Task<SegmentRule> CheckAsync(SegmentRule rule)
    {
        var ids = rule.Conditions.Select(c => c.ReferenceId).OfType<Guid>().ToList();
        var today = SiteDay.Of(Clock.Now);
        var known = ids.Count == 0 ? new References(today, [], [], [], []) : new References(
            today,
            await fields.GetListAsync(f => ids.Contains(f.Id)),
            [.. (await lists.GetListAsync(l => ids.Contains(l.Id))).Select(l => l.Id)],
            [.. (await tags.GetListAsync(t => ids.Contains(t.Id))).Select(t => t.Id)],
            [.. (await campaigns.GetListAsync(c => ids.Contains(c.Id))).Select(c => c.Id)]);
        var number = 0;
        return rule with
        {
            Groups = [.. rule.Groups.Where(g => g.Conditions.Count > 0).Select(g => g with { Conditions = [.. g.Conditions.Select(c => Checked(c, known, ++number))] })],
        };
    }

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.UsedBySegment"/>.</exception>
    public async Task EnsureUnusedAsync(Guid referenceId)
    {
        // A space has at most a hundred segments.
        var user = (await segments.GetListAsync()).Find(s => s.Rule.Conditions.Any(c => c.ReferenceId == referenceId));
        if (user is not null) throw new BusinessException(MailingErrorCodes.UsedBySegment).WithData("Segment", user.Name);
    }

    private static SegmentCondition Checked(SegmentCondition condition, References known, int number)
    {
        var field = condition.Subject == SegmentSubject.Field ? known.Fields.Find(f => f.Id == condition.ReferenceId) : null;
        var isKnown = condition.Subject switch
        {
            SegmentSubject.Field => field is not null,
            SegmentSubject.List => known.Lists.Contains(condition.ReferenceId ?? Guid.Empty),
            SegmentSubject.Tag => known.Tags.Contains(condition.ReferenceId ?? Guid.Empty),
            SegmentSubject.Campaign => known.Campaigns.Contains(condition.ReferenceId ?? Guid.Empty),
            _ => Enum.IsDefined(condition.Subject),
        };
        var value = isKnown && OperatorsOf(condition.Subject, field?.Type).Contains(condition.Operator) ? ValueOf(condition, field, known.Today) : null;
        if (value is null) throw new BusinessException(MailingErrorCodes.SegmentConditionInvalid).WithData("Number", number).WithData("Value", condition.Value);
        return condition with { Value = value, ReferenceId = IsReference(condition.Subject) ? condition.ReferenceId : null };
    }

    private static bool IsReference(SegmentSubject subject) =>
        subject is SegmentSubject.Field or SegmentSubject.List or SegmentSubject.Tag or SegmentSubject.Campaign;

    private static SegmentOperator[] OperatorsOf(SegmentSubject subject, ContactFieldType? type) => subject switch
    {
        SegmentSubject.FirstName or SegmentSubject.LastName or SegmentSubject.Email => Words,
        SegmentSubject.Language => Choices,
        SegmentSubject.Joined => Times,
        SegmentSubject.Field => type switch
        {
            ContactFieldType.Text => Words,
            ContactFieldType.Number => [.. Choices, SegmentOperator.GreaterThan, SegmentOperator.LessThan],
            ContactFieldType.Date => [.. Choices, .. Times],
            _ => Choices,
        },
        _ => Either,
    };

    /// <returns>Null when it is none.</returns>
    private static string? ValueOf(SegmentCondition condition, ContactField? field, DateOnly today)
    {
        var text = condition.Value?.Trim() ?? "";
        switch (condition.Operator)
        {
            case SegmentOperator.IsSet or SegmentOperator.IsNotSet:
                return "";
            case SegmentOperator.WithinDays or SegmentOperator.MoreThanDaysAgo:
                return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MaxDays ? text : null;
            case SegmentOperator.Before or SegmentOperator.After:
                return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null;
            case SegmentOperator.Contains or SegmentOperator.StartsWith or SegmentOperator.EndsWith:
                return text.Length > 0 ? text : null;
        }

        return condition.Subject switch
        {
            SegmentSubject.List or SegmentSubject.Tag or SegmentSubject.Campaign => "",
            SegmentSubject.Field => text.Length > 0 ? field!.TryParse(text, today)?.Value : null,
            SegmentSubject.Status => Enum.TryParse<ContactStatus>(text, out var status) && Enum.IsDefined(status) ? status.ToString() : null,
            SegmentSubject.Consent => Enum.TryParse<ConsentPurpose>(text, out var purpose) && Enum.IsDefined(purpose) && purpose != ConsentPurpose.Statutory && purpose.IsOfLetters() ? purpose.ToString() : null,
            SegmentSubject.Source => text is ContactSources.Manual or ContactSources.Import or ContactSources.Form ? text : null,
            _ => text.Length > 0 ? text : null,
        };
    }

    private sealed record References(DateOnly Today, List<ContactField> Fields, HashSet<Guid> Lists, HashSet<Guid> Tags, HashSet<Guid> Campaigns);
}
