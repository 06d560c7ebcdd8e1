using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using CapaCitoyenne.Abp.BackgroundJobs;
using CapaCitoyenne.Abp.EntityFrameworkCore;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Imports;
using CapaCitoyenne.TestBase;
using CapaCitoyenne.TestBase.SendGrid;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Bench;

/// <summary>
/// An association imports a file and writes to everybody in it, through the HTTP API, the real SendGrid SDK and a look-alike of its
/// server in this same process: what is measured includes both ends. With <paramref name="smtpPort"/>, by SMTP to a sink on that port instead.
/// </summary>
internal sealed class MailingBench(int? smtpPort = null) : HubFixture
{
    private const string Content = """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"Le jardin ouvre samedi."}]}""";
    private SendGridLookAlike _sendGrid = default!;

    /// <summary>By space: how often each of its numbered addresses was taken. A list of a million recipients would be most of the memory that is measured.</summary>
    private readonly ConcurrentDictionary<string, byte[]> _taken = new(StringComparer.Ordinal);

    protected override IEnumerable<KeyValuePair<string, string>> Settings => smtpPort is { } port
        ? [new("Mail:Provider", "Smtp"), new("Mail:Smtp:Host", "127.0.0.1"), new("Mail:Smtp:Port", port.ToString(CultureInfo.InvariantCulture)), new("Mail:Smtp:Security", "None")]
        : [new("Mail:Provider", "SendGrid"), new("Mail:SendGrid:Host", _sendGrid.BaseUrl), new("Mail:SendGrid:ApiKey", "SG.bench")];

    public override async ValueTask InitializeAsync()
    {
        _sendGrid = await SendGridLookAlike.StartAsync(Clock);
        _sendGrid.KeepBodies = false;
        _sendGrid.KeepMail = false;
        _sendGrid.OnMail = mail =>
        {
            var number = int.Parse(mail.Email.AsSpan(1, mail.Email.IndexOf('@', StringComparison.Ordinal) - 1), CultureInfo.InvariantCulture);
            if (_taken.TryGetValue(mail.Tenant, out var times)) times[number]++;
        };
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
        | contacts | check lines/s | import lines/s | import CPU s | import peak growth MB | campaign recipients/s | campaign CPU s | calls | received once | campaign peak growth MB | database bytes a recipient |
        | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | :---: | ---: | ---: |
        """);

    public async Task RunAsync(int contacts, bool isWarmUp = false)
    {
        var space = await Given.AnAssociation(isConfirmed: false);
        await ConfirmEverybodyAsync();
        var times = _taken[space.TenantId.ToString("N")] = new byte[contacts];

        var import = await UploadAsync(space, contacts);
        double check, run, importCpu, importGrowth;
        using (var memory = new MemoryWatch())
        {
            (check, _) = await MeasureAsync(() => space.Admin.PostAsync<ContactImportDto>(
                $"/api/mailing/contact-import/{import.Id}/check", new CheckContactImportDto { Columns = import.Columns }));
            (run, importCpu) = await MeasureAsync(() => space.Admin.PostAsync<ContactImportDto>(
                $"/api/mailing/contact-import/{import.Id}/start", new StartContactImportDto { Origin = "Mesure" }));
            importGrowth = memory.PeakGrowth;
        }

        var imported = (await space.Admin.GetAsync<ContactImportDto>($"/api/mailing/contact-import/{import.Id}")).Counts;
        var calls = _sendGrid.Calls;
        var size = await DatabaseSizeAsync();
        var campaign = await WriteAsync(space, ConsentPurpose.Information);
        using var sending = new MemoryWatch();
        var send = await MeasureAsync(() => SendAsync(space, campaign));
        var grown = await DatabaseSizeAsync() - size;
        var sent = await space.Admin.GetAsync<CampaignDto>($"/api/mailing/campaign/{campaign.Id}");
        var once = Array.TrueForAll(times, t => t == 1) && imported.Created == contacts && sent.Status == CampaignStatus.Sent;
        if (isWarmUp) return;
        await Console.Out.WriteLineAsync(
            $"| {contacts} | {contacts / check:F0} | {contacts / run:F0} | {importCpu:F1} | {importGrowth / 1048576:F0} | {contacts / send.Wall:F0} | {send.Cpu:F1} "
            + $"| {_sendGrid.Calls - calls} | {(once ? "yes" : "NO")} | {sending.PeakGrowth / 1048576:F0} | {(double)grown / contacts:F0} |");
    }

    /// <summary>A large newsletter is under way when a small space orders its notice: how long until its last member has it?</summary>
    public async Task CompeteAsync(int contacts, int members)
    {
        var large = await ImportedAsync(contacts);
        var small = await ImportedAsync(members);
        await ConfirmEverybodyAsync();
        var newsletter = await WriteAsync(large, ConsentPurpose.Information);
        var notice = await WriteAsync(small, ConsentPurpose.Information);
        await SendAsync(large, newsletter);
        var watch = Stopwatch.StartNew();
        var busy = Task.Run(() => ExecuteDueAsync());
        var largeTaken = _taken[large.TenantId.ToString("N")];
        while (!largeTaken.Contains((byte)1)) await Task.Delay(5);
        var taken = largeTaken.Count(t => t > 0);

        var ordered = watch.Elapsed;
        await SendAsync(small, notice);
        var second = Task.Run(() => ExecuteDueAsync());
        while (_taken[small.TenantId.ToString("N")].Contains((byte)0)) await Task.Delay(2);
        var done = watch.Elapsed;
        var takenThen = largeTaken.Count(t => t > 0);
        await Task.WhenAll(busy, second);
        await Console.Out.WriteLineAsync(
            $"competing: a letter to {members} was out {(done - ordered).TotalSeconds:F2} s after its order, while a newsletter went from {taken} to {takenThen} of {contacts} ({watch.Elapsed.TotalSeconds:F1} s in all)");
    }

    /// <summary>One message each by SMTP.</summary>
    public async Task SmtpAsync(int contacts, bool isWarmUp = false)
    {
        var space = await ImportedAsync(contacts);
        await ConfirmEverybodyAsync();
        var campaign = await WriteAsync(space, ConsentPurpose.Information);
        var (wall, cpu) = await MeasureAsync(() => SendAsync(space, campaign));
        var sent = await space.Admin.GetAsync<CampaignDto>($"/api/mailing/campaign/{campaign.Id}");
        if (isWarmUp) return;
        await Console.Out.WriteLineAsync($"smtp: {contacts / wall:F0} recipients/s ({contacts} in {wall:F1} s, {cpu:F1} s CPU, {sent.Status}, accepted {sent.Counts.Accepted})");
    }

    private async Task<TestSpace> ImportedAsync(int contacts)
    {
        var space = await Given.AnAssociation(isConfirmed: false);
        _taken[space.TenantId.ToString("N")] = new byte[contacts];
        var import = await UploadAsync(space, contacts);
        await MeasureAsync(() => space.Admin.PostAsync<ContactImportDto>(
            $"/api/mailing/contact-import/{import.Id}/check", new CheckContactImportDto { Columns = import.Columns }));
        await MeasureAsync(() => space.Admin.PostAsync<ContactImportDto>(
            $"/api/mailing/contact-import/{import.Id}/start", new StartContactImportDto { Origin = "Mesure" }));
        return space;
    }

    private static Task<CampaignDto> WriteAsync(TestSpace space, ConsentPurpose purpose) => space.Admin.PostAsync<CampaignDto>(
        "/api/mailing/campaign", new CreateCampaignDto { Subject = "Bonjour {{firstName|chers amis}}", Content = Content, Purpose = purpose });

    private static Task<CampaignDto> SendAsync(TestSpace space, CampaignDto campaign)
        => space.Admin.PostAsync<CampaignDto>($"/api/mailing/campaign/{campaign.Id}/send", new SendCampaignDto());

    /// <summary>As one of several workers would, not one after the other.</summary>
    private Task ExecuteDueAsync() => Services.GetRequiredService<IBackgroundJobExecuter>().ExecuteDueAsync();

    private Task<long> DatabaseSizeAsync() => InAsync(null, null, async provider =>
    {
        var context = await provider.GetRequiredService<IDbContextProvider<AbpDbContext>>().GetDbContextAsync();
        return IsPostgreSql
            ? await context.Database.SqlQueryRaw<long>("SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync()
            : await context.Database.SqlQueryRaw<long>("SELECT page_count * page_size AS \"Value\" FROM pragma_page_count, pragma_page_size").SingleAsync();
    });

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
        for (var i = 0; i < contacts; i++) text.Append(CultureInfo.InvariantCulture, $"Prénom{i};Lefèvre;p{i}@exemple.fr;Adhésion 2026\n");
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
