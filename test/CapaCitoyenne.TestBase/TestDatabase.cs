using Microsoft.Data.Sqlite;
using Npgsql;

namespace CapaCitoyenne.TestBase;

/// <summary>A database of its own for one fixture: a file, or a database on the server of <c>CAPA_TEST_POSTGRES</c>.</summary>
internal sealed class TestDatabase
{
    private readonly string _name = $"capa_{Guid.NewGuid():N}";

    private static string? Server => Environment.GetEnvironmentVariable(HubFixture.PostgresVariable) is { Length: > 0 } server ? server : null;

    public static bool IsPostgreSql => Server is not null;

    public string ConnectionString(string folder) => Server is null
        ? $"Data Source={Path.Combine(folder, "hub.db")}"
        : new NpgsqlConnectionStringBuilder(Server) { Database = _name }.ConnectionString;

    public Task CreateAsync() => Server is null ? Task.CompletedTask : ExecuteAsync($"CREATE DATABASE {_name}");

    public async Task DropAsync()
    {
        if (Server is null)
        {
            SqliteConnection.ClearAllPools();
            return;
        }

        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
