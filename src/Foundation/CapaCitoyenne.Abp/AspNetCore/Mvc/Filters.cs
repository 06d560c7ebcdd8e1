using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using CapaCitoyenne.Abp.AspNetCore.ExceptionHandling;
using CapaCitoyenne.Abp.Auditing;
using CapaCitoyenne.Abp.EntityFrameworkCore;
using CapaCitoyenne.Abp.Uow;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CapaCitoyenne.Abp.AspNetCore.Mvc;

/// <summary>One unit of work a request, made when it is first needed; the filters complete it before the answer is written.</summary>
internal sealed class UnitOfWorkMiddleware(RequestDelegate next, IUnitOfWorkManager unitOfWorkManager)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var attribute = context.GetEndpoint()?.Metadata.GetMetadata<UnitOfWorkAttribute>();
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method);
        await using var unitOfWork = unitOfWorkManager.Begin(isTransactional: attribute is { IsDisabled: false } ? attribute.IsTransactional : !isRead && attribute is null);
        await next(context);
        if (!unitOfWork.IsCompleted && context.Response.StatusCode < 400)
        {
            await unitOfWork.CompleteAsync(context.RequestAborted);
        }
    }
}

/// <summary>
/// For controllers and Razor pages: invalid input is refused before the action runs; after it has run the unit of work is saved and
/// committed, so that a failing commit is still an error answer. A <see cref="Task"/> without a result becomes 204.
/// </summary>
internal sealed class AbpActionFilter(IUnitOfWorkManager unitOfWorkManager, AuditLogWriter auditLogWriter) : IAsyncActionFilter, IAsyncPageFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var isService = context.Controller is IApplicationService or AbpController;
        StorableText.Check(context.ModelState);
        if (isService && !context.ModelState.IsValid)
        {
            throw new ModelStateException(context.ModelState);
        }

        var executed = await next();
        if (executed is { Exception: not null, ExceptionHandled: false })
        {
            return;
        }

        if (context.Controller is IApplicationService)
        {
            executed.Result = executed.Result switch
            {
                EmptyResult or ObjectResult { Value: null } => new NoContentResult(),
                var result => result,
            };
            await auditLogWriter.WriteAsync(context.HttpContext, (ControllerActionDescriptor)context.ActionDescriptor, context.ActionArguments);
        }

        await CompleteAsync(context.HttpContext);
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        StorableText.Check(context.ModelState);
        var executed = await next();
        // A GET's page may still read while it renders; the middleware ends that unit of work.
        if (executed is { Exception: null } && !HttpMethods.IsGet(context.HttpContext.Request.Method) && !HttpMethods.IsHead(context.HttpContext.Request.Method))
        {
            await CompleteAsync(context.HttpContext);
        }
    }

    private async Task CompleteAsync(HttpContext context)
    {
        if (unitOfWorkManager.Current is UnitOfWork { IsCompleted: false } unitOfWork)
        {
            await unitOfWork.CompleteAsync(context.RequestAborted);
        }
    }
}

/// <summary>Writes the audit row of a changing call, with the call's own unit of work.</summary>
internal sealed class AuditLogWriter(
    IUnitOfWorkManager unitOfWorkManager, IDbContextProvider<AbpDbContext> dbContextProvider, ICurrentTenant currentTenant, ICurrentUser currentUser, IClock clock,
    IGuidGenerator guidGenerator) : ITransientDependency
{
    public async Task WriteAsync(HttpContext context, ControllerActionDescriptor action, IDictionary<string, object?> arguments)
    {
        if (HttpMethods.IsGet(context.Request.Method) || currentUser.Id is null || unitOfWorkManager.Current is null
            || action.MethodInfo.IsDefined(typeof(DisableAuditingAttribute)) || action.ControllerTypeInfo.IsDefined(typeof(DisableAuditingAttribute)))
        {
            return;
        }

        var plain = arguments.Where(argument => argument.Value is Guid or int or bool or Enum).ToDictionary(argument => argument.Key, argument => argument.Value?.ToString());
        (await dbContextProvider.GetDbContextAsync()).Add(new AuditLog(
            guidGenerator.Create(), currentTenant.Id, currentUser.Id, currentUser.UserName, clock.Now, action.ControllerName, action.ActionName,
            JsonSerializer.Serialize(plain), Activity.Current?.TraceId.ToString()));
    }
}
