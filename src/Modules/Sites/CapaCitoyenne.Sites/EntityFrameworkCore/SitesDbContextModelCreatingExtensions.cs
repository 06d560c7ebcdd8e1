using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

public static class SitesDbContextModelCreatingExtensions
{
    /// <summary>The tables of the module Sites, prefixed with its name.</summary>
    public static void ConfigureSites(this ModelBuilder builder)
    {
    }
}
