using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Participation.EntityFrameworkCore;

public static class ParticipationDbContextModelCreatingExtensions
{
    /// <summary>The tables of the module Participation, prefixed with its name.</summary>
    public static void ConfigureParticipation(this ModelBuilder builder)
    {
    }
}
