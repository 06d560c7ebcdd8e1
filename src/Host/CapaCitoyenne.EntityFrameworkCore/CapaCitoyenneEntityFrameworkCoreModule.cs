using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.EntityFrameworkCore;

public static class DatabaseProviders
{
    public const string Sqlite = "Sqlite";
    public const string PostgreSql = "PostgreSql";

    public static bool IsPostgreSql(this IConfiguration configuration)
        => string.Equals(configuration["Database:Provider"], PostgreSql, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Chooses the provider by <c>Database:Provider</c> (Sqlite or PostgreSql) and <c>ConnectionStrings:Default</c>.</summary>
[DependsOn(typeof(AbpFoundationModule))]
public class CapaCitoyenneEntityFrameworkCoreModule : AbpModule
{
    /// <summary>
    /// <c>list.Contains(column)</c> sends the list as one parameter. One a value is EF's default, and SQLite looks through all of them for each
    /// (measured: a look-up of 1,000 addresses takes ten times as long); PostgreSQL would plan a statement for each length.
    /// </summary>
    private const ParameterTranslationMode Collections = ParameterTranslationMode.Parameter;

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var services = context.Services;
        if (context.Configuration.IsPostgreSql())
        {
            services.AddDbContext<PostgreSqlCapaCitoyenneDbContext>((provider, options) =>
                options.UseNpgsql(provider.GetRequiredService<IConfiguration>().GetConnectionString("Default"), npgsql => npgsql.UseParameterizedCollectionMode(Collections))
                    .AddInterceptors(provider.GetServices<ISaveChangesInterceptor>()));
            services.AddScoped<AbpDbContext>(provider => provider.GetRequiredService<PostgreSqlCapaCitoyenneDbContext>());
        }
        else
        {
            services.AddDbContext<SqliteCapaCitoyenneDbContext>((provider, options) => options
                .UseSqlite(provider.GetRequiredService<IConfiguration>().GetConnectionString("Default"), sqlite => sqlite.UseParameterizedCollectionMode(Collections))
                .AddInterceptors([new SqlitePragmas(), .. provider.GetServices<ISaveChangesInterceptor>()]));
            services.AddScoped<AbpDbContext>(provider => provider.GetRequiredService<SqliteCapaCitoyenneDbContext>());
        }
    }

    /// <summary>Creates or updates the database. On SQLite a lock left by a process that was killed while migrating is cleared first.</summary>
    public static async Task MigrateAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AbpDbContext>();
        if (context.Database.IsSqlite())
        {
            var file = new SqliteConnectionStringBuilder(context.Database.GetConnectionString()).DataSource;
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            if (File.Exists(file))
            {
                await context.Database.ExecuteSqlRawAsync("""CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
                await context.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsLock" """);
            }
        }

        await context.Database.MigrateAsync();
    }

    /// <summary>For tests: makes the schema from the model, without migrations.</summary>
    public static async Task CreateFromModelAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AbpDbContext>();
        var creator = context.Database.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync())
        {
            await creator.CreateAsync();
        }

        // A second process on the same database (the worker that the crash tests kill) finds the schema made.
        var known = context.Database.IsSqlite() ? "SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = 'AbpAuditLogs'"
            : "SELECT COUNT(*) AS \"Value\" FROM information_schema.tables WHERE table_name = 'AbpAuditLogs'";
        if (await context.Database.SqlQueryRaw<long>(known).SingleAsync() == 0)
        {
            // Not EnsureCreated: it would take Hangfire's tables, which may be there already, for ours.
            await creator.CreateTablesAsync();
        }
    }
}
