using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CapaCitoyenne.EntityFrameworkCore;

/// <summary>For <c>etc/scripts/add-migration.sh</c>: the tools need a model, not a server.</summary>
public sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteCapaCitoyenneDbContext>
{
    public SqliteCapaCitoyenneDbContext CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<SqliteCapaCitoyenneDbContext>().UseSqlite("Data Source=design-time").Options);
}

public sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlCapaCitoyenneDbContext>
{
    public PostgreSqlCapaCitoyenneDbContext CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<PostgreSqlCapaCitoyenneDbContext>().UseNpgsql("Host=design-time").Options);
}
