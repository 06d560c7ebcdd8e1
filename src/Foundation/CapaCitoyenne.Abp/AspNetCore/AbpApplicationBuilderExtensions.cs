using CapaCitoyenne.Abp.AspNetCore.ExceptionHandling;
using CapaCitoyenne.Abp.AspNetCore.Mvc;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Abp.AspNetCore;

public static class AbpApplicationBuilderExtensions
{
    /// <summary>Sets the current tenant from claims, route, <c>__tenant</c> header or host name. After authentication, before authorization.</summary>
    public static IApplicationBuilder UseMultiTenancy(this IApplicationBuilder app) => app.UseMiddleware<MultiTenancyMiddleware>();

    /// <summary>Before authentication, whose cookie check reads the database.</summary>
    public static IApplicationBuilder UseUnitOfWork(this IApplicationBuilder app) => app.UseMiddleware<UnitOfWorkMiddleware>();

    /// <summary>Each answer carries the trace id that stands in every log line of the request.</summary>
    public static IApplicationBuilder UseCorrelationId(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["X-Correlation-Id"] = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <param name="errorPagePath">Shown for pages, with the status in the query; the API gets problem details.</param>
    public static IApplicationBuilder UseAbpExceptionHandling(this IApplicationBuilder app, string errorPagePath)
    {
        var statusCodes = app.ApplicationServices.GetRequiredService<IOptions<AbpExceptionHttpStatusCodeOptions>>().Value;
        return app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = errorPagePath,
            AllowStatusCode404Response = true,
            StatusCodeSelector = exception => AbpExceptionHandler.StatusOf(exception, statusCodes),
            // What somebody asked wrongly is no failure of ours: the log of errors is for those.
            SuppressDiagnosticsCallback = context => AbpExceptionHandler.StatusOf(context.Exception, statusCodes) < StatusCodes.Status500InternalServerError,
        });
    }
}
