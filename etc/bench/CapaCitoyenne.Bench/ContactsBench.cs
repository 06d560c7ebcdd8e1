using System.Diagnostics;
using System.Globalization;
using CapaCitoyenne.Abp.EntityFrameworkCore;
using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.Mailing.Segments;
using CapaCitoyenne.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Bench;

/// <summary>
/// What a person waits for in the address book, through the HTTP API: in a space of a thousand contacts alone in its hub, then in one of a hundred
/// thousand among a million. Where a cost does not depend on the table, both columns say about the same.
/// </summary>
internal sealed class ContactsBench : HubFixture
{
    private const int Rounds = 15;
    private const int Neighbours = 9;
    private readonly Dictionary<string, List<double>> _columns = [];

    public async Task RunAsync(int contacts)
    {
        await MeasureAsync(await SeedAsync(1000, named: true));
        var big = await SeedAsync(contacts, named: true);
        for (var i = 0; i < Neighbours; i++) await SeedAsync(contacts, named: false);
        await AnalyseAsync();
        await MeasureAsync(big);
        await Console.Out.WriteLineAsync($"""

            address book, {(IsPostgreSql ? "PostgreSQL" : "SQLite")}, {DateTime.UtcNow:yyyy-MM-dd}, median of {Rounds}, in ms
            | asked for | 1,000 contacts alone | {contacts:N0} among {contacts * (Neighbours + 1):N0} |
            | --- | ---: | ---: |
            """);
        foreach (var (what, times) in _columns) await Console.Out.WriteLineAsync($"| {what} | {string.Join(" | ", times.Select(t => t.ToString("F1", CultureInfo.InvariantCulture)))} |");
    }

    private async Task MeasureAsync(TestSpace space)
    {
        const string path = "/api/mailing/contact";
        var field = (await space.Admin.GetAsync<ListResultDto<ContactFieldDto>>("/api/mailing/contact-field")).Items[0];
        var middle = (await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>($"{path}?filter=p5&maxResultCount=1")).NextCursor;
        await TimeAsync("first page of 50", () => space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>(path));
        await TimeAsync("page of 50 in the middle", () => space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>($"{path}?cursor={middle}"));
        await TimeAsync("the newest 50", () => space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>($"{path}?sort=Newest"));
        await TimeAsync("search: one name in a thousand", () => space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>($"{path}?filter=nom77"));
        await TimeAsync("search: nobody", () => space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>($"{path}?filter=zzz"));
        await TimeAsync("count of the whole book", () => space.Admin.GetAsync<ContactCountDto>($"{path}/count"));
        await TimeAsync("count of a selection (one in ten)", () => space.Admin.PostAsync<SegmentPreviewDto>("/api/mailing/segment/preview", new PreviewSegmentDto
        {
            Rule = new() { Groups = [new() { Conditions = [new() { Subject = SegmentSubject.Field, ReferenceId = field.Id, Value = "quartier 3" }] }] },
        }));
    }

    private async Task TimeAsync(string what, Func<Task> call)
    {
        await call();
        var times = new List<double>(Rounds);
        for (var i = 0; i < Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            await call();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        if (!_columns.TryGetValue(what, out var column)) _columns[what] = column = [];
        column.Add(times[Rounds / 2]);
    }

    /// <summary>Rows by SQL: an import of a million lines is measured elsewhere.</summary>
    private async Task<TestSpace> SeedAsync(int count, bool named)
    {
        var space = await Given.AnAssociation();
        var field = await space.Admin.PostAsync<ContactFieldDto>("/api/mailing/contact-field", new CreateContactFieldDto { Label = "Quartier" });
        await InAsync(null, null, async provider =>
        {
            var context = await provider.GetRequiredService<IDbContextProvider<AbpDbContext>>().GetDbContextAsync();
            context.Database.SetCommandTimeout(600);
            var id = IsPostgreSql ? "gen_random_uuid()" : "upper(substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-4' || substr(h, 13, 3) || '-a' || substr(h, 16, 3) || '-' || substr(h, 19, 12))";
            var numbers = IsPostgreSql ? "SELECT i, '' AS h FROM generate_series(1, {1}) AS i"
                : "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {1}) SELECT i, hex(randomblob(16)) AS h FROM n";
            var zero = Guid.Empty;
            var insert =
                $$"""
                INSERT INTO "MailingContacts" ("Id", "TenantId", "Email", "NormalizedEmail", "EmailKey", "FirstName", "LastName", "SearchFirstName", "SearchLastName", "Source", "Status", "CreationTime", "ConcurrencyStamp")
                SELECT {{id}}, {0}, 'p' || i || '@exemple.fr', 'p' || i || '@exemple.fr', {2}, 'Prénom', 'Nom' || (i % 1000), 'prenom', 'nom' || (i % 1000), 'import', 1, {3}, 'x'
                FROM ({{numbers}}) numbers
                """;
            await context.Database.ExecuteSqlRawAsync(insert, space.TenantId, count, zero, DateTime.UtcNow);
            if (!named) return;
            await context.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "MailingContactFieldValues" ("FieldId", "ContactId", "TenantId", "Value", "SearchValue")
                SELECT {0}, "Id", "TenantId", 'Quartier ' || substr("SearchLastName", length("SearchLastName"), 1), 'quartier ' || substr("SearchLastName", length("SearchLastName"), 1)
                FROM "MailingContacts" WHERE "TenantId" = {1}
                """, field.Id, space.TenantId);
        });
        return space;
    }

    private Task AnalyseAsync() => InAsync(null, null, async provider =>
        await (await provider.GetRequiredService<IDbContextProvider<AbpDbContext>>().GetDbContextAsync()).Database.ExecuteSqlRawAsync("ANALYZE"));
}
