using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CapaCitoyenne.EntityFrameworkCore;

/// <summary>
/// One writer at a time waits in SQLite itself (fair, up to 10 s) and not in the driver's retry loop; a commit waits for the
/// write-ahead log's order, not for the disk. Write-ahead logging is switched on when the database is made.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA busy_timeout=10000; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
