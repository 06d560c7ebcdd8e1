using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

public static class MailingDbContextModelCreatingExtensions
{
    /// <summary>The tables of the module Mailing, prefixed with its name.</summary>
    public static void ConfigureMailing(this ModelBuilder builder)
    {
    }
}
