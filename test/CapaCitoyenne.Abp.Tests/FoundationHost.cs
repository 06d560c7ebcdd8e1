using CapaCitoyenne.Abp.Tests.Sample;
using CapaCitoyenne.TestBase;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CapaCitoyenne.Abp.Tests;

/// <summary>The foundation under the sample module, on a private database; one for each test class.</summary>
public sealed class FoundationHost : IAsyncLifetime
{
    private readonly TestDatabase _database = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("capacitoyenne-abp-").FullName;
    private WebApplication _app = default!;

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    public IServiceProvider Services => _app.Services;

    public Journal Journal => Services.GetRequiredService<Journal>();

    public async ValueTask InitializeAsync()
    {
        await _database.CreateAsync();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration["Blobs:BasePath"] = Path.Combine(_folder, "blobs");
        var connection = _database.ConnectionString(_folder);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddDbContext<SampleDbContext>(options => _ = TestDatabase.IsPostgreSql ? options.UseNpgsql(connection) : options.UseSqlite(connection));
        builder.Services.AddScoped<AbpDbContext>(provider => provider.GetRequiredService<SampleDbContext>());
        builder.AddApplication<SampleModule>();
        _app = builder.Build();
        await _app.InitializeApplicationAsync();
        await using (var scope = _app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SampleDbContext>().Database.EnsureCreatedAsync();
        }

        await _app.StartAsync();
    }

    public HttpClient Client(Guid? user = null, string? tenant = null)
    {
        var client = _app.GetTestClient();
        if (user is not null)
        {
            client.DefaultRequestHeaders.Add("X-User", user.ToString());
        }

        if (tenant is not null)
        {
            client.DefaultRequestHeaders.Add("__tenant", tenant);
        }

        return client;
    }

    /// <summary>Works in a tenant, in a unit of work that is completed unless told otherwise.</summary>
    public async Task<T> InAsync<T>(TenantConfiguration? tenant, Func<IServiceProvider, Task<T>> work, bool complete = true)
    {
        using (Services.GetRequiredService<ICurrentTenant>().Change(tenant?.Id, tenant?.Name))
        {
            await using var unitOfWork = Services.GetRequiredService<IUnitOfWorkManager>().Begin();
            var result = await work(unitOfWork.ServiceProvider);
            if (complete)
            {
                await unitOfWork.CompleteAsync();
            }

            return result;
        }
    }

    public Task<Guid> AddNoteAsync(TenantConfiguration? tenant, string text, bool complete = true) => InAsync(tenant, async provider =>
        (await provider.GetRequiredService<IRepository<Note, Guid>>().InsertAsync(new Note(text), autoSave: true)).Id, complete);

    public Task<int> CountNotesAsync(TenantConfiguration? tenant)
        => InAsync(tenant, provider => provider.GetRequiredService<IRepository<Note, Guid>>().CountAsync(_ => true));

    public Task<int> RunJobsAsync() => Services.GetRequiredService<IBackgroundJobExecuter>().ExecuteDueAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DropAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

public abstract class FoundationTest : IAsyncLifetime
{
    protected FoundationHost Host { get; } = new();

    protected static TenantConfiguration Garden => SampleTenantStore.Garden;

    protected static TenantConfiguration Workshop => SampleTenantStore.Workshop;

    public ValueTask InitializeAsync() => Host.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
