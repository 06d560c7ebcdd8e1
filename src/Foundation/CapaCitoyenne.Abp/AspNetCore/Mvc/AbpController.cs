using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Abp.AspNetCore.Mvc;

/// <summary>Base of the few real controllers: uploads, streams, webhooks.</summary>
public abstract class AbpController : ControllerBase
{
    protected ICurrentTenant CurrentTenant => HttpContext.RequestServices.GetRequiredService<ICurrentTenant>();

    protected ICurrentUser CurrentUser => HttpContext.RequestServices.GetRequiredService<ICurrentUser>();

    protected IUnitOfWorkManager UnitOfWorkManager => HttpContext.RequestServices.GetRequiredService<IUnitOfWorkManager>();
}
