using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

internal static class DatabaseExtensions
{
    /// <summary>Otherwise it is SQLite. The module knows neither provider's package.</summary>
    public static bool IsPostgreSql(this DatabaseFacade database) => database.ProviderName!.EndsWith("PostgreSQL", StringComparison.Ordinal);
}
