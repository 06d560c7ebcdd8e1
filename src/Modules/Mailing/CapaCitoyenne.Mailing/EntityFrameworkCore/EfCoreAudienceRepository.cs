using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Results;
using CapaCitoyenne.Mailing.Segments;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

/// <summary>SQL that SQLite and PostgreSQL share.</summary>
internal sealed class EfCoreAudienceRepository(IDbContextProvider<AbpDbContext> dbContextProvider, IClock clock) : IAudienceRepository, ITransientDependency
{
    private const string Insertion =
        """
        INSERT INTO "MailingDeliveries" ("CampaignId", "ContactId", "TenantId", "NormalizedEmail", "ChunkNumber", "State", "LastChangeTime")

        """;

    /// <summary>Which of those whom a letter is for.</summary>
    private enum Part
    {
        /// <summary>Who is written to.</summary>
        Written,
        Paused,
        Unconfirmed,
        /// <summary>All of them, whether their address can be written to or not.</summary>
        Meant,
    }

    public Task<int> CountAsync(Campaign campaign, CancellationToken cancellationToken = default) => CountAsync(campaign, "", Part.Written, cancellationToken);

    public async Task<int> CountPausedAsync(Campaign campaign, CancellationToken cancellationToken = default)
        => campaign.Purpose == ConsentPurpose.Statutory ? 0 : await CountAsync(campaign, "", Part.Paused, cancellationToken);

    public Task<int> CountUnconfirmedAsync(Campaign campaign, CancellationToken cancellationToken = default) => CountAsync(campaign, "", Part.Unconfirmed, cancellationToken);

    public async Task<int> CountUnreachableAsync(Campaign campaign, CancellationToken cancellationToken = default)
        => campaign.Purpose != ConsentPurpose.Statutory ? 0
            : await CountAsync(campaign, "", Part.Meant, cancellationToken) - await CountAsync(campaign, cancellationToken);

    public async Task<int> CountUnsubscribedAsync(Campaign campaign, CancellationToken cancellationToken = default)
        => campaign.Purpose != ConsentPurpose.Statutory ? 0
            : await CountAsync(campaign, $" AND c.\"Status\" = {(int)ContactStatus.Unsubscribed}", Part.Written, cancellationToken);

    public async Task<int> CountNeverConfirmedAsync(Campaign campaign, CancellationToken cancellationToken = default)
        => campaign.Purpose == ConsentPurpose.Statutory ? 0 : await CountAsync(
            campaign,
            " AND NOT EXISTS (SELECT 1 FROM \"MailingConsents\" o WHERE o.\"ContactId\" = c.\"Id\" AND o.\"WithdrawnTime\" IS NULL"
            + $" AND o.\"Purpose\" = {(int)campaign.Purpose} AND o.\"Method\" <> {(int)ConsentMethod.Imported})",
            Part.Written,
            cancellationToken);

    /// <param name="condition">SQL on the contact <c>c</c>, without anything that was typed.</param>
    private async Task<int> CountAsync(Campaign campaign, string condition, Part part, CancellationToken cancellationToken)
    {
        var context = await dbContextProvider.GetDbContextAsync(cancellationToken);
        var segment = await GetSegmentAsync(context, campaign, cancellationToken);
        var sql = new SqlStatement(context, """SELECT COUNT(*) AS "Value" """);
        AddAudience(sql, campaign, segment, Guid.Empty, part);
        sql.Add(condition);
        return (int)await context.Database.SqlQueryRaw<long>(sql.Text, sql.Values).SingleAsync(cancellationToken);
    }

    public async Task<FrozenTurn> FreezeAsync(Campaign campaign, int firstNumber, int size, int count, CancellationToken cancellationToken = default)
    {
        var context = await dbContextProvider.GetDbContextAsync(cancellationToken);
        var segment = await GetSegmentAsync(context, campaign, cancellationToken);
        var sql = new SqlStatement(context, Insertion);
        sql.Add($"SELECT {sql.Param(campaign.Id)}, n.\"Id\", n.\"TenantId\", n.\"NormalizedEmail\",");
        sql.Add($" {sql.Param(firstNumber)} + (ROW_NUMBER() OVER (ORDER BY n.\"Id\") - 1) / {sql.Param(size)}, 0, {sql.Param(clock.Now)}");
        sql.Add(" FROM (SELECT c.\"Id\", c.\"TenantId\", c.\"NormalizedEmail\" ");
        // A notice that the statutes require names all whom it is for: the last look writes down whom it could not be sent to, and why.
        AddAudience(sql, campaign, segment, campaign.FreezeCursor, campaign.Purpose == ConsentPurpose.Statutory ? Part.Meant : Part.Written);
        // « WHERE true » ends the doubt of SQLite's grammar between a join's ON and the conflict's.
        sql.Add($" ORDER BY c.\"Id\" LIMIT {sql.Param(count)}) n WHERE true ON CONFLICT DO NOTHING");
        if (await context.Database.ExecuteSqlRawAsync(sql.Text, sql.Values, cancellationToken) == 0) return new FrozenTurn(campaign.FreezeCursor, []);

        // Chunks and cursor are read from what was written: all come from the same look at the address book.
        var written = context.Set<Delivery.Delivery>().Where(d => d.CampaignId == campaign.Id && d.ChunkNumber >= firstNumber);
        var chunks = await written.GroupBy(d => d.ChunkNumber).OrderBy(g => g.Key).Select(g => new FrozenChunk(g.Key, g.Count())).ToListAsync(cancellationToken);
        var lastNumber = chunks[^1].Number;
        var cursor = await written.Where(d => d.ChunkNumber == lastNumber)
            .OrderByDescending(d => d.ContactId).Select(d => d.ContactId).FirstAsync(cancellationToken);
        return new FrozenTurn(cursor, chunks);
    }

    public async Task<int> AddNewcomersAsync(Campaign campaign, Newcomers newcomers, int chunkNumber, int size, CancellationToken cancellationToken = default)
    {
        var context = await dbContextProvider.GetDbContextAsync(cancellationToken);
        var segment = await GetSegmentAsync(context, campaign, cancellationToken);
        var sql = new SqlStatement(context, Insertion);
        sql.Add($"SELECT {sql.Param(campaign.Id)}, c.\"Id\", c.\"TenantId\", c.\"NormalizedEmail\", {sql.Param(chunkNumber)}, 0, {sql.Param(clock.Now)} ");
        AddAudience(sql, campaign, segment, Guid.Empty);
        sql.Add($" AND EXISTS (SELECT 1 FROM \"MailingListMembers\" w JOIN \"MailingConsents\" o ON o.\"ContactId\" = w.\"ContactId\" WHERE w.\"ContactId\" = c.\"Id\" AND w.\"ListId\" = {sql.Param(newcomers.ListId)} AND w.\"LeftTime\" IS NULL");
        sql.Add($" AND w.\"JoinedTime\" >= {sql.Param(newcomers.From)} AND w.\"JoinedTime\" <= {sql.Param(newcomers.To)}");
        // A list does not say who put somebody into it. Who signs up agrees and joins in one go; whom a colleague, a file or a merge puts there agreed at
        // another time, or otherwise.
        sql.Add(" AND o.\"WithdrawnTime\" IS NULL");
        sql.Add($" AND o.\"Purpose\" <> {(int)ConsentPurpose.Measurement} AND o.\"Method\" IN ({(int)ConsentMethod.FormConfirmed}, {(int)ConsentMethod.Preferences})");
        sql.Add($" AND {sql.SecondsBetween("o.\"GrantedTime\"", "w.\"JoinedTime\"")} < 60)");
        // By whatever id the ledger knows the person.
        sql.Add($" AND NOT EXISTS (SELECT 1 FROM \"MailingDeliveries\" d WHERE d.\"CampaignId\" = {sql.Param(campaign.Id)} AND d.\"ContactId\" = c.\"Id\")");
        sql.Add(" AND NOT EXISTS (SELECT 1 FROM \"MailingMergedContacts\" g JOIN \"MailingDeliveries\" d ON d.\"ContactId\" = g.\"Id\"");
        sql.Add($" WHERE g.\"ContactId\" = c.\"Id\" AND d.\"CampaignId\" = {sql.Param(campaign.Id)})");
        sql.Add($" ORDER BY c.\"Id\" LIMIT {sql.Param(size)} ON CONFLICT DO NOTHING");
        return await context.Database.ExecuteSqlRawAsync(sql.Text, sql.Values, cancellationToken);
    }

    /// <summary>The rule as it was when the letter was ordered; before that, as it is. A segment that is not there any more is nobody, never everybody.</summary>
    private static async Task<SegmentRule?> GetSegmentAsync(AbpDbContext context, Campaign campaign, CancellationToken cancellationToken)
    {
        if (campaign.SegmentId is not { } id) return null;
        if (campaign.SegmentRuleJson is { } frozen) return SegmentRule.Parse(frozen);
        var json = await context.Set<Segment>().Where(s => s.Id == id).Select(s => s.RuleJson).FirstOrDefaultAsync(cancellationToken);
        return json is null ? SegmentRule.Nobody : SegmentRule.Parse(json);
    }

    private void AddAudience(SqlStatement sql, Campaign campaign, SegmentRule? segment, Guid after, Part part = Part.Written)
    {
        sql.Add($"FROM \"MailingContacts\" c WHERE c.\"TenantId\" = {sql.Param(campaign.TenantId!.Value)}");
        sql.Add(After("c.\"Id\""));
        // A person who was asked to confirm and has not done so is written to by nobody.
        if (part != Part.Meant) sql.Add($" AND c.\"Status\" {(part == Part.Unconfirmed ? "=" : "<>")} {(int)ContactStatus.Unconfirmed}");
        if (campaign.ListIds.Count > 0)
        {
            sql.Add($" AND EXISTS (SELECT 1 FROM \"MailingListMembers\" m WHERE m.\"ContactId\" = c.\"Id\" AND m.\"LeftTime\" IS NULL AND m.\"ListId\" IN ({sql.Params(campaign.ListIds)}){After("m.\"ContactId\"")})");
        }

        if (campaign.ResendOfId is { } first)
        {
            // Read when it is frozen: news that came since the order count.
            DeliveryState[] states = campaign.ResendsDoubt ? [.. LedgerStates.NeverGotIt, DeliveryState.InDoubt] : LedgerStates.NeverGotIt;
            sql.Add($" AND EXISTS (SELECT 1 FROM \"MailingDeliveries\" d WHERE d.\"CampaignId\" = {sql.Param(first)} AND d.\"ContactId\" = c.\"Id\"");
            sql.Add($" AND d.\"State\" IN ({string.Join(", ", states.Select(s => (int)s))}))");
        }

        if (segment is not null) sql.Add($" AND {ContactSql.Rule(sql, segment, clock.Now)}");
        // Who has not confirmed has agreed to nothing yet.
        if (campaign.Purpose != ConsentPurpose.Statutory && part != Part.Unconfirmed)
        {
            sql.Add(" AND EXISTS (SELECT 1 FROM \"MailingConsents\" k WHERE k.\"ContactId\" = c.\"Id\" AND k.\"WithdrawnTime\" IS NULL");
            sql.Add($" AND k.\"Purpose\" = {(int)campaign.Purpose}{After("k.\"ContactId\"")})");
            var now = sql.Param(clock.Now);
            sql.Add(part == Part.Paused ? $" AND c.\"PausedUntil\" > {now}" : $" AND (c.\"PausedUntil\" IS NULL OR c.\"PausedUntil\" <= {now})");
        }

        if (part != Part.Meant)
            sql.Add(" AND NOT EXISTS (SELECT 1 FROM \"MailingSuppressions\" s WHERE s.\"EmailKey\" = c.\"EmailKey\" AND (s.\"TenantId\" = c.\"TenantId\" OR s.\"TenantId\" IS NULL))");

        // Said of each table: a merge of two indexes would begin at the first person each time.
        string After(string column) => after == Guid.Empty ? "" : $" AND {column} > {sql.Param(after)}";
    }
}
