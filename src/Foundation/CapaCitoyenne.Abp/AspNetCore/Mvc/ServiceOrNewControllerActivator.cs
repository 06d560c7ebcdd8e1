using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Abp.AspNetCore.Mvc;

/// <summary>Takes app services from the container, which sets their lazy provider, and builds other controllers as MVC does.</summary>
internal sealed class ServiceOrNewControllerActivator : IControllerActivator
{
    public object Create(ControllerContext context)
    {
        var type = context.ActionDescriptor.ControllerTypeInfo.AsType();
        return context.HttpContext.RequestServices.GetService(type)
            ?? ActivatorUtilities.CreateInstance(context.HttpContext.RequestServices, type);
    }

    public void Release(ControllerContext context, object controller)
    {
        // App services belong to the container's scope; other controllers are not disposable here.
    }
}
