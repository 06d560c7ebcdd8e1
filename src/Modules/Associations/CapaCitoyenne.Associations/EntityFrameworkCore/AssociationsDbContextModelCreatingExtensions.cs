using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Associations.EntityFrameworkCore;

public static class AssociationsDbContextModelCreatingExtensions
{
    /// <summary>The tables of the module Associations, prefixed with its name.</summary>
    public static void ConfigureAssociations(this ModelBuilder builder)
    {
    }
}
