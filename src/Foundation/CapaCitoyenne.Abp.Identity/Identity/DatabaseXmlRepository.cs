using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Abp.Identity;

/// <summary>
/// Data protection keys in the database, so that cookies and signed links survive a restart and hold on every node. Same table as
/// ASP.NET Core's EF Core repository, which wants a context type of its own. Always a unit of work of its own: keys must not roll back with a
/// request. The key ring is read when the host starts.
/// </summary>
internal sealed class DatabaseXmlRepository(IServiceScopeFactory scopeFactory) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => RunAsync<IReadOnlyCollection<XElement>>(async context =>
    {
        var keys = await context.Set<DataProtectionKey>().AsNoTracking().Select(key => key.Xml!).ToListAsync();
        return keys.ConvertAll(XElement.Parse);
    });

    public void StoreElement(XElement element, string friendlyName) => RunAsync(async context =>
    {
        context.Set<DataProtectionKey>().Add(new DataProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        return await context.SaveChangesAsync();
    });

    // The interface is synchronous; the pool's thread keeps a caller's synchronization out of it.
    private T RunAsync<T>(Func<DbContext, Task<T>> action) => Task.Run(async () =>
    {
        await using var scope = scopeFactory.CreateAsyncScope();
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: false);
        var result = await action(await scope.ServiceProvider.GetRequiredService<IDbContextProvider<AbpDbContext>>().GetDbContextAsync());
        await unitOfWork.CompleteAsync();
        return result;
    }).GetAwaiter().GetResult();
}
