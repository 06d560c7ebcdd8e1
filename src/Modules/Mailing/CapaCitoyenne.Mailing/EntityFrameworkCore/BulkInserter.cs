using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

/// <summary>
/// Inserts many rows in the context's own transaction, each database in the way that is quickest there: PostgreSQL one statement with an array a
/// column, SQLite one prepared statement run once a row. By-passes the change tracker, and with it audit and tenant stamps: the caller gives
/// them as fixed columns.
/// </summary>
internal static class BulkInserter
{
    public static async Task InsertAsync<T>(
        AbpDbContext context, IReadOnlyCollection<T> rows, IReadOnlyDictionary<string, object?> fixedColumns, CancellationToken cancellationToken) where T : class
    {
        if (rows.Count == 0) return;
        var type = context.Model.FindEntityType(typeof(T))!;
        var columns = type.GetProperties().Select(property => new Column(property, fixedColumns)).ToList();
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
            if (context.Database.IsPostgreSql()) await InsertAtOnceAsync(command, type, columns, rows, cancellationToken);
            else await InsertOneByOneAsync(command, type, columns, rows, cancellationToken);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    private static Task InsertAtOnceAsync<T>(DbCommand command, IEntityType type, List<Column> columns, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        SetText(command, type, columns, "SELECT * FROM unnest(" + string.Join(", ", columns.Select((column, i) => $"@p{i}::{column.StoreType}[]")) + ")");
        for (var i = 0; i < columns.Count; i++) AddParameter(command, i).Value = columns[i].ToArray(rows);
        return command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task InsertOneByOneAsync<T>(
        DbCommand command, IEntityType type, List<Column> columns, IReadOnlyCollection<T> rows, CancellationToken cancellationToken) where T : class
    {
        SetText(command, type, columns, "VALUES (" + string.Join(", ", columns.Select((_, i) => $"@p{i}")) + ")");
        for (var i = 0; i < columns.Count; i++) AddParameter(command, i);
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++) command.Parameters[i].Value = columns[i].Read(row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static void SetText(DbCommand command, IEntityType type, List<Column> columns, string source)
    {
#pragma warning disable CA2100 // table and column names come from the model, values are parameters
        command.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) {source}";
#pragma warning restore CA2100
    }

    private static DbParameter AddParameter(DbCommand command, int number)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"@p{number}";
        command.Parameters.Add(parameter);
        return parameter;
    }

    /// <summary>A column, and how its value is read in the form that the database takes.</summary>
    private sealed class Column(IProperty property, IReadOnlyDictionary<string, object?> fixedColumns)
    {
        private readonly RelationalTypeMapping _mapping = property.GetRelationalTypeMapping();
        private readonly bool _isFixed = fixedColumns.ContainsKey(property.Name);

        public string Name { get; } = property.GetColumnName();

        public string StoreType => _mapping.StoreType;

        public object? Read(object row)
        {
            var value = _isFixed ? fixedColumns[property.Name] : property.GetGetter().GetClrValue(row);
            return value is null ? null : _mapping.Converter?.ConvertToProvider(value) ?? value;
        }

        public Array ToArray<T>(IReadOnlyCollection<T> rows) where T : class
        {
            var type = _mapping.Converter?.ProviderClrType ?? property.ClrType;
            if (type.IsValueType && Nullable.GetUnderlyingType(type) is null) type = typeof(Nullable<>).MakeGenericType(type);
            var values = Array.CreateInstance(type, rows.Count);
            var i = 0;
            foreach (var row in rows) values.SetValue(Read(row), i++);
            return values;
        }
    }
}
