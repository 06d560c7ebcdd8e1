using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Learning.EntityFrameworkCore;

public static class LearningDbContextModelCreatingExtensions
{
    /// <summary>The tables of the module Learning, prefixed with its name.</summary>
    public static void ConfigureLearning(this ModelBuilder builder)
    {
    }
}
