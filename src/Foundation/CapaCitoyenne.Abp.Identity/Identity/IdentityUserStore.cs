using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Abp.Identity;

/// <summary>
/// ASP.NET Core Identity's own store on the database context of the ambient unit of work, so that an account is written in the
/// same transaction as everything else.
/// </summary>
internal sealed class IdentityUserStore(IDbContextProvider<AbpDbContext> dbContextProvider, IdentityErrorDescriber describer)
    : UserOnlyStore<IdentityUser, DbContext, Guid>(NoContext, describer)
{
    // The base class wants a context when it is made, which may be before a unit of work has begun. It reads it through the
    // property below only, so this one is never used.
    private static readonly DbContext NoContext = new(new DbContextOptionsBuilder().Options);

    public override DbContext Context => dbContextProvider.GetDbContext();
}
