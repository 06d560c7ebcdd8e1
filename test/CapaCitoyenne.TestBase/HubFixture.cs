using CapaCitoyenne.Abp.BackgroundWorkers;
using CapaCitoyenne.Abp.EntityFrameworkCore;
using CapaCitoyenne.EntityFrameworkCore;
using CapaCitoyenne.Sites.Documents;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CapaCitoyenne.TestBase;

/// <summary>
/// The whole hub, once for a test assembly (<c>[assembly: AssemblyFixture(typeof(HubFixture))]</c>): real services on a private database in a
/// temporary folder. SQLite by default; PostgreSQL when <c>CAPA_TEST_POSTGRES</c> holds the connection string of a server where databases may be made.
/// Hangfire does not run by itself: <see cref="RunJobsAsync"/> does what is due. Time stands still but for a millisecond a reading; see <see cref="Clock"/>.
/// </summary>
public class HubFixture : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string PostgresVariable = "CAPA_TEST_POSTGRES";

    private readonly TestDatabase _database = new();
    private readonly SemaphoreSlim _jobs = new(1, 1);

    public HubFixture() : this(new DateTimeOffset(NextMorning(DateTime.UtcNow)))
    {
    }

    /// <param name="start">What <see cref="Clock"/> shows first.</param>
    protected HubFixture(DateTimeOffset start) => Clock = new(start) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };

    public string Folder { get; } = Directory.CreateTempSubdirectory("capacitoyenne-test-").FullName;

    /// <summary>Begins at the next ten o'clock of Paris: no test passes midnight without waiting for it.</summary>
    public FakeTimeProvider Clock { get; }

    public MailFolder Mail => new(Path.Combine(Folder, "mail"));

    public static bool IsPostgreSql => TestDatabase.IsPostgreSql;

    public Given Given => new(this);

    /// <summary>More or other settings than the usual ones.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Settings => [];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Database:Provider", IsPostgreSql ? DatabaseProviders.PostgreSql : DatabaseProviders.Sqlite);
        builder.UseSetting("ConnectionStrings:Default", _database.ConnectionString(Folder));
        builder.UseSetting("Database:FromModel", "true");
        builder.UseSetting("Mail:PickupFolder", Path.Combine(Folder, "mail"));
        builder.UseSetting("Blobs:BasePath", Path.Combine(Folder, "blobs"));
        builder.UseSetting("Operator:SecurityEmail", "securite@exemple.fr");
        builder.UseSetting("Jobs:Enabled", "false");
        builder.UseSetting("Mailing:GraceMinutes", "0");
        builder.UseSetting("RateLimits:anonymous-write:PermitLimit", "100000");
        builder.UseSetting("RateLimits:anonymous-read:PermitLimit", "100000");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Error");
        // The server in memory warns of limits that it does not know.
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft.AspNetCore", "Error");
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }

    public virtual async ValueTask InitializeAsync()
    {
        await _database.CreateAsync();
        Start();
    }

    /// <summary>Starts the host, which creates the schema: on a server in memory, unless a fixture asked for Kestrel.</summary>
    protected virtual void Start() => _ = Server;

    /// <summary>Runs what is due now, as Hangfire would, until nothing is. Returns how many jobs ran.</summary>
    public async Task<int> RunJobsAsync()
    {
        // One test at a time: what another one has begun is done when this returns.
        await _jobs.WaitAsync();
        try
        {
            return await Services.GetRequiredService<IBackgroundJobExecuter>().ExecuteDueAsync();
        }
        finally
        {
            _jobs.Release();
        }
    }

    /// <summary>Runs a recurring worker once, as its hour would.</summary>
    /// <param name="recurringJobId">Its <see cref="IHangfireBackgroundWorker.RecurringJobId"/>.</param>
    public async Task RunWorkerAsync(string recurringJobId)
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IHangfireBackgroundWorker>().Single(worker => worker.RecurringJobId == recurringJobId).DoWorkAsync();
    }

    /// <summary>Moves the clock forward.</summary>
    public void Wait(TimeSpan time) => Clock.Advance(time);

    /// <summary>Where <see cref="NewBrowser"/> finds the hub.</summary>
    protected virtual Uri BaseAddress => new("http://localhost:5000");

    /// <summary>A browser of its own: cookies, no redirects followed.</summary>
    public HubClient NewBrowser() => new(CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false, HandleCookies = true, BaseAddress = BaseAddress,
    }));

    /// <summary>Does work in a scope and a unit of work of its own, as a user in a space (both may be null).</summary>
    public async Task<T> InAsync<T>(Guid? tenantId, Guid? userId, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        using (scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(tenantId))
        using (scope.ServiceProvider.GetRequiredService<ICurrentPrincipalAccessor>().Change(TestPrincipal.Of(userId)))
        {
            await using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin();
            var result = await work(scope.ServiceProvider);
            await unitOfWork.CompleteAsync();
            return result;
        }
    }

    public Task InAsync(Guid? tenantId, Guid? userId, Func<IServiceProvider, Task> work) => InAsync(tenantId, userId, async provider =>
    {
        await work(provider);
        return 0;
    });

    // Not today's when it is past: ASP.NET's time-limited tokens, and what some tests make by hand, are stamped by the real clock.
    private static DateTime NextMorning(DateTime now)
    {
        var today = SiteDay.Of(now);
        var ten = new TimeOnly(10, 0);
        var morning = SiteDay.ToUtc(today, ten);
        return morning > now ? morning : SiteDay.ToUtc(today.AddDays(1), ten);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _jobs.Dispose();
        await _database.DropAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
