using System.Text;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

/// <summary>SQL text with numbered parameters, in the words that SQLite and PostgreSQL share.</summary>
internal sealed class SqlStatement(AbpDbContext context, string start)
{
    /// <summary>Everybody who fits is looked for, not the first few in an order.</summary>
    public bool IsCount { get; init; }

    public bool IsPostgreSql { get; } = context.Database.IsPostgreSql();

    private readonly StringBuilder _text = new(start);
    private readonly List<object> _values = [];

    public string Text => _text.ToString();

    public object[] Values => [.. _values];

    public void Add(string text) => _text.Append(text);

    public string Param(object value)
    {
        _values.Add(value);
        return $"{{{_values.Count - 1}}}";
    }

    /// <summary>How far two instants lie apart, whichever was first.</summary>
    public string SecondsBetween(string one, string other) => IsPostgreSql
        ? $"ABS(EXTRACT(EPOCH FROM ({one} - {other})))"
        : $"ABS(julianday({one}) - julianday({other})) * 86400";

    public string Params(IEnumerable<Guid> ids) => string.Join(", ", ids.Select(id => Param(id)));
}
