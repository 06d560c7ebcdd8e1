using System.Globalization;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Segments;
using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

/// <summary>
/// Conditions on contacts (<c>c</c>) as SQL: one place for the list, its counts, exports, changes of many, and audiences. What people typed is
/// always a parameter.
/// </summary>
internal static class ContactSql
{
    public const string From = "FROM \"MailingContacts\" c WHERE ";
    private const int MaxWords = 5;

    public static void AddFilter(SqlStatement sql, Guid tenantId, ContactFilter filter, DateTime now)
    {
        sql.Add($"c.\"TenantId\" = {sql.Param(tenantId)}");
        if (filter.Ids is { } ids) sql.Add(ids.Count == 0 ? " AND 1 = 0" : $" AND c.\"Id\" IN ({sql.Params(ids)})");
        if (filter.Status is { } status) sql.Add($" AND c.\"Status\" = {(int)status}");
        if (filter.ListId is { } listId) sql.Add($" AND {InList(sql, listId)}");
        if (filter.TagId is { } tagId) sql.Add($" AND {HasTag(sql, tagId)}");
        foreach (var word in SearchText.Of(filter.Words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MaxWords))
        {
            sql.Add($" AND {Begins(sql, tenantId, word)}");
        }

        if (filter.Rule is { } rule) sql.Add($" AND {Rule(sql, rule, now)}");
    }

    /// <summary>
    /// The beginning of the address or of a name. PostgreSQL turns a pattern into a range of each of three indexes by itself; SQLite wants the ranges written.
    /// </summary>
    private static string Begins(SqlStatement sql, Guid tenantId, string word)
    {
        string[] columns = ["NormalizedEmail", "SearchFirstName", "SearchLastName"];
        if (sql.IsPostgreSql)
        {
            var pattern = sql.Param(Escape(word) + "%");
            return $"({string.Join(" OR ", columns.Select(c => $"c.\"{c}\" LIKE {pattern} ESCAPE '\\'"))})";
        }

        var (tenant, first, last) = (sql.Param(tenantId), sql.Param(word), sql.Param(word + '\uFFFF'));
        var ranges = columns.Select(c => $"SELECT \"Id\" FROM \"MailingContacts\" WHERE \"TenantId\" = {tenant} AND \"{c}\" >= {first} AND \"{c}\" < {last}");
        return $"c.\"Id\" IN ({string.Join(" UNION ", ranges)})";
    }

    /// <summary>A whole rule in brackets.</summary>
    public static string Rule(SqlStatement sql, SegmentRule rule, DateTime now)
    {
        var groups = rule.Groups.Where(g => g.Conditions.Count > 0)
            .Select(g => $"({string.Join(Joiner(g.Match), g.Conditions.Select(c => Condition(sql, c, now)))})").ToList();
        return groups.Count == 0 ? "(1 = 1)" : $"({string.Join(Joiner(rule.Match), groups)})";
    }

    private static string Joiner(SegmentMatch match) => match == SegmentMatch.All ? " AND " : " OR ";

    private static string Condition(SqlStatement sql, SegmentCondition condition, DateTime now) => condition.Subject switch
    {
        SegmentSubject.FirstName => Words(sql, "c.\"SearchFirstName\"", condition, ""),
        SegmentSubject.LastName => Words(sql, "c.\"SearchLastName\"", condition, ""),
        SegmentSubject.Email => Words(sql, "c.\"NormalizedEmail\"", condition, ""),
        SegmentSubject.Language => Words(sql, "LOWER(COALESCE(c.\"Language\", ''))", condition, ""),
        SegmentSubject.Source => Words(sql, "c.\"Source\"", condition, ""),
        SegmentSubject.Status => Sign(condition, $"c.\"Status\" = {(int)Enum.Parse<ContactStatus>(condition.Value!)}"),
        SegmentSubject.Joined => Joined(sql, condition, now),
        SegmentSubject.List => Sign(condition, InList(sql, condition.ReferenceId!.Value)),
        SegmentSubject.Tag => Sign(condition, HasTag(sql, condition.ReferenceId!.Value)),
        SegmentSubject.Consent => Sign(condition, AgreesTo(Enum.Parse<ConsentPurpose>(condition.Value!))),
        SegmentSubject.Field => Field(sql, condition, now),
        SegmentSubject.Campaign => Sign(condition, Received(sql, condition.ReferenceId!.Value)),
        _ => throw new InvalidOperationException($"No SQL for {condition.Subject}."),
    };

    private static string Sign(SegmentCondition condition, string sql) => condition.Operator == SegmentOperator.IsNot ? $"NOT ({sql})" : sql;

    /// <summary>
    /// Whether a row of a table belongs to the contact. A page asks it of one contact after the other and stops early; a count takes the few such rows
    /// from their own index first, which SQLite does not find out by itself (PostgreSQL does).
    /// </summary>
    private static string Has(SqlStatement sql, string table, string condition) => sql.IsCount && !sql.IsPostgreSql
        ? $"c.\"Id\" IN (SELECT r.\"ContactId\" FROM \"{table}\" r WHERE {condition})"
        : $"EXISTS (SELECT 1 FROM \"{table}\" r WHERE r.\"ContactId\" = c.\"Id\" AND {condition})";

    private static string InList(SqlStatement sql, Guid listId) => Has(sql, "MailingListMembers", $"r.\"LeftTime\" IS NULL AND r.\"ListId\" = {sql.Param(listId)}");

    private static string HasTag(SqlStatement sql, Guid tagId) => Has(sql, "MailingTaggedContacts", $"r.\"TagId\" = {sql.Param(tagId)}");

    private static string AgreesTo(ConsentPurpose purpose) =>
        $"EXISTS (SELECT 1 FROM \"MailingConsents\" k WHERE k.\"ContactId\" = c.\"Id\" AND k.\"WithdrawnTime\" IS NULL AND k.\"Purpose\" = {(int)purpose})";

    /// <summary>Handed over, and not known to have failed.</summary>
    private static string Received(SqlStatement sql, Guid campaignId) =>
        $"EXISTS (SELECT 1 FROM \"MailingDeliveries\" d WHERE d.\"ContactId\" = c.\"Id\" AND d.\"CampaignId\" = {sql.Param(campaignId)}"
        + $" AND d.\"State\" IN ({(int)DeliveryState.Accepted}, {(int)DeliveryState.Deferred}, {(int)DeliveryState.Delivered}, {(int)DeliveryState.Complained}))";

    private static string Joined(SqlStatement sql, SegmentCondition condition, DateTime now) => condition.Operator switch
    {
        SegmentOperator.Before => $"c.\"CreationTime\" < {sql.Param(SiteDay.StartOf(Day(condition)))}",
        SegmentOperator.After => $"c.\"CreationTime\" >= {sql.Param(SiteDay.StartOf(Day(condition).AddDays(1)))}",
        SegmentOperator.WithinDays => $"c.\"CreationTime\" >= {sql.Param(now.AddDays(-Number(condition)))}",
        _ => $"c.\"CreationTime\" < {sql.Param(now.AddDays(-Number(condition)))}",
    };

    private static string Field(SqlStatement sql, SegmentCondition condition, DateTime now)
    {
        var today = SiteDay.Of(now).DayNumber;
        var test = condition.Operator switch
        {
            SegmentOperator.IsSet or SegmentOperator.IsNotSet => null,
            SegmentOperator.GreaterThan => $"r.\"Number\" > {sql.Param(double.Parse(condition.Value!, CultureInfo.InvariantCulture))}",
            SegmentOperator.LessThan => $"r.\"Number\" < {sql.Param(double.Parse(condition.Value!, CultureInfo.InvariantCulture))}",
            SegmentOperator.Before => $"r.\"Number\" < {sql.Param((double)Day(condition).DayNumber)}",
            SegmentOperator.After => $"r.\"Number\" > {sql.Param((double)Day(condition).DayNumber)}",
            SegmentOperator.WithinDays => $"r.\"Number\" BETWEEN {sql.Param((double)(today - Number(condition)))} AND {sql.Param((double)today)}",
            SegmentOperator.MoreThanDaysAgo => $"r.\"Number\" < {sql.Param((double)(today - Number(condition)))}",
            SegmentOperator.IsNot => Words(sql, "r.\"SearchValue\"", condition with { Operator = SegmentOperator.Is }, null),
            _ => Words(sql, "r.\"SearchValue\"", condition, null),
        };
        var has = Has(sql, "MailingContactFieldValues", $"r.\"FieldId\" = {sql.Param(condition.ReferenceId!.Value)}" + (test is null ? "" : $" AND {test}"));
        return condition.Operator is SegmentOperator.IsNot or SegmentOperator.IsNotSet ? $"NOT ({has})" : has;
    }

    private static string Words(SqlStatement sql, string column, SegmentCondition condition, string? none)
    {
        var word = SearchText.Of(condition.Value);
        return condition.Operator switch
        {
            SegmentOperator.Is => $"{column} = {sql.Param(word)}",
            SegmentOperator.IsNot => $"{column} <> {sql.Param(word)}",
            SegmentOperator.StartsWith => Like(Escape(word) + "%"),
            SegmentOperator.EndsWith => Like("%" + Escape(word)),
            SegmentOperator.IsSet => $"{column} <> '{none}'",
            SegmentOperator.IsNotSet => $"{column} = '{none}'",
            _ => Like("%" + Escape(word) + "%"),
        };

        string Like(string pattern) => $"{column} LIKE {sql.Param(pattern)} ESCAPE '\\'";
    }

    private static DateOnly Day(SegmentCondition condition) => DateOnly.ParseExact(condition.Value!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Number(SegmentCondition condition) => int.Parse(condition.Value!, CultureInfo.InvariantCulture);

    private static string Escape(string word) =>
        word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
