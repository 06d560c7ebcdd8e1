using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Library.EntityFrameworkCore;

public static class LibraryDbContextModelCreatingExtensions
{
    /// <summary>The tables of the module Library, prefixed with its name.</summary>
    public static void ConfigureLibrary(this ModelBuilder builder)
    {
    }
}
