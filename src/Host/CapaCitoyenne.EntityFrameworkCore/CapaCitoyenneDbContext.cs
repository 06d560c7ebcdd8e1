using CapaCitoyenne.Associations.EntityFrameworkCore;
using CapaCitoyenne.Learning.EntityFrameworkCore;
using CapaCitoyenne.Library.EntityFrameworkCore;
using CapaCitoyenne.Mailing.EntityFrameworkCore;
using CapaCitoyenne.Participation.EntityFrameworkCore;
using CapaCitoyenne.Sites.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.EntityFrameworkCore;

/// <summary>The one database context of the hub. Each module maps its own tables; the base adds the filters.</summary>
public abstract class CapaCitoyenneDbContext(DbContextOptions options) : AbpDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ConfigureIdentity();
        modelBuilder.ConfigureTenantManagement();
        modelBuilder.ConfigurePermissionManagement();
        modelBuilder.ConfigureSettingManagement();
        modelBuilder.ConfigureAssociations();
        modelBuilder.ConfigureSites();
        modelBuilder.ConfigureMailing();
        modelBuilder.ConfigureLibrary();
        modelBuilder.ConfigureLearning();
        modelBuilder.ConfigureParticipation();
        base.OnModelCreating(modelBuilder);
    }
}

public sealed class SqliteCapaCitoyenneDbContext(DbContextOptions<SqliteCapaCitoyenneDbContext> options) : CapaCitoyenneDbContext(options);

public sealed class PostgreSqlCapaCitoyenneDbContext(DbContextOptions<PostgreSqlCapaCitoyenneDbContext> options) : CapaCitoyenneDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ConfigureMailingCollation("C");
    }
}
