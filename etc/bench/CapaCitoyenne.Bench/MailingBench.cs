using System.Diagnostics;
using System.Text;
using CapaCitoyenne.Abp.EntityFrameworkCore;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Imports;
using CapaCitoyenne.TestBase;
using CapaCitoyenne.TestBase.SendGrid;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Bench;

/// <summary>
/// An association imports a file and writes to everybody in it, through the HTTP API, the real SendGrid SDK and a look-alike of its
/// server in this same process: what is measured includes both ends.
/// </summary>
internal sealed class MailingBench : HubFixture
{
    private SendGridLookAlike _sendGrid = default!;

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Mail:Provider", "SendGrid"), new("Mail:SendGrid:Host", _sendGrid.BaseUrl), new("Mail:SendGrid:ApiKey", "SG.bench"),
    ];

    public override async ValueTask InitializeAsync()
    {
        _sendGrid = await SendGridLookAlike.StartAsync(Clock);
        _sendGrid.KeepBodies = false;
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _sendGrid.DisposeAsync();
    }

    public static Task PrintHeaderAsync() => Console.Out.WriteLineAsync(
        $"""
        database: {(IsPostgreSql ? "PostgreSQL" : "SQLite")}, {Environment.ProcessorCount} cores, {DateTime.UtcNow:yyyy-MM-dd}
        | contacts | check lines/s | import lines/s | import CPU s | campaign recipients/s | campaign CPU s | calls | received once | peak growth MB |
        | ---: | ---: | ---: | ---: | ---: | ---: | ---: | :---: | ---: |
        """);

    public async Task RunAsync(int contacts, bool isWarmUp = false)
    {
        var space = await Given.AnAssociation(isConfirmed: false);
        await ConfirmEverybodyAsync();
        using var memory = new MemoryWatch();

        var import = await UploadAsync(space, contacts);
        var check = await MeasureAsync(() => space.Admin.PostAsync<ContactImportDto>(
            $"/api/mailing/contact-import/{import.Id}/check", new CheckContactImportDto { Columns = import.Columns }));
        var run = await MeasureAsync(() => space.Admin.PostAsync<ContactImportDto>(
            $"/api/mailing/contact-import/{import.Id}/start", new StartContactImportDto { Origin = "Mesure" }));
        var imported = (await space.Admin.GetAsync<ContactImportDto>($"/api/mailing/contact-import/{import.Id}")).Counts;

        var calls = _sendGrid.Calls;
        var campaign = await space.Admin.PostAsync<CampaignDto>("/api/mailing/campaign", new CreateCampaignDto
        {
            Subject = "Bonjour {{firstName|chers amis}}",
            Content = """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"Le jardin ouvre samedi."}]}""",
        });
        var send = await MeasureAsync(() => space.Admin.PostAsync<CampaignDto>($"/api/mailing/campaign/{campaign.Id}/send", new SendCampaignDto()));
        var sent = await space.Admin.GetAsync<CampaignDto>($"/api/mailing/campaign/{campaign.Id}");

        var tenant = space.TenantId.ToString("N");
        var received = _sendGrid.Received.Where(m => m.Tenant == tenant).Select(m => m.Email).ToList();
        var once = received.Count == contacts && received.Distinct(StringComparer.Ordinal).Count() == contacts && imported.Created == contacts
            && sent.Status == CampaignStatus.Sent;
        if (isWarmUp) return;
        await Console.Out.WriteLineAsync(
            $"| {contacts} | {contacts / check.Wall:F0} | {contacts / run.Wall:F0} | {run.Cpu:F1} | {contacts / send.Wall:F0} | {send.Cpu:F1} "
            + $"| {_sendGrid.Calls - calls} | {(once ? "yes" : "NO")} | {memory.PeakGrowth / 1048576:F0} |");
    }

    /// <summary>The call, and the jobs it leaves behind.</summary>
    private async Task<(double Wall, double Cpu)> MeasureAsync(Func<Task> call)
    {
        var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        await call();
        await RunJobsAsync();
        process.Refresh();
        return (watch.Elapsed.TotalSeconds, (process.TotalProcessorTime - cpu).TotalSeconds);
    }

    private static async Task<ContactImportDto> UploadAsync(TestSpace space, int contacts)
    {
        var text = new StringBuilder("Prénom;Nom;Courriel;Notes\n");
        for (var i = 0; i < contacts; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Prénom{i};Lefèvre;p{i}@exemple.fr;Adhésion 2026\n");
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text.ToString()));
        using var form = new MultipartFormDataContent { { file, "file", "carnet.csv" } };
        return await space.Admin.PostAsync<ContactImportDto>("/api/mailing/contact-import/upload", form);
    }

    /// <summary>The confirmation mails went to the look-alike; here nobody reads them.</summary>
    private Task ConfirmEverybodyAsync() => InAsync(null, null, async provider =>
    {
        var context = await provider.GetRequiredService<IDbContextProvider<AbpDbContext>>().GetDbContextAsync();
        await context.Database.ExecuteSqlAsync($"""UPDATE "AssociationsAssociations" SET "ConfirmedTime" = {DateTime.UtcNow}""");
    });
}

/// <summary>How much the process grew at most, looked at ten times a second.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly long _start;
    private readonly Timer _timer;

    public MemoryWatch()
    {
        GC.Collect();
        _start = Environment.WorkingSet;
        _timer = new Timer(_ => PeakGrowth = Math.Max(PeakGrowth, Environment.WorkingSet - _start), null, 0, 100);
    }

    public double PeakGrowth { get; private set; }

    public void Dispose() => _timer.Dispose();
}
