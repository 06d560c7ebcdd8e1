using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using CapaCitoyenne.Abp.Authorization;
using CapaCitoyenne.Abp.Localization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Abp.AspNetCore.ExceptionHandling;

/// <summary>Codes whose HTTP status is not the default 403 of a business rule.</summary>
public sealed class AbpExceptionHttpStatusCodeOptions
{
    public Dictionary<string, int> ErrorCodeToHttpStatusCodeMappings { get; } = new() { [AbpErrorCodes.TenantNotFound] = 404 };

    public void Map(string errorCode, System.Net.HttpStatusCode httpStatusCode) => ErrorCodeToHttpStatusCodeMappings[errorCode] = (int)httpStatusCode;
}

/// <summary>
/// The one place that turns exceptions into HTTP: RFC 9457 problem details with a worded code, localized texts and field errors for the API;
/// the status alone for pages, which have error pages of their own.
/// </summary>
internal sealed class AbpExceptionHandler(
    IOptions<AbpExceptionHttpStatusCodeOptions> statusCodes, IOptions<AbpExceptionLocalizationOptions> localization, IStringLocalizerFactory localizerFactory,
    ICurrentUser currentUser, ILogger<AbpExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, code) = Classify(exception);
        if (status >= 500)
        {
            logger.LogError(exception, "Unhandled exception of {Method}", httpContext.Request.Method);
        }

        httpContext.Response.StatusCode = status;
        // The middleware has already turned the request towards the error page.
        var path = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? httpContext.Request.Path;
        if (!path.StartsWith("/api/", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var problem = new ProblemDetails { Status = status, Type = $"urn:problem:{code}", Title = Title(status), Detail = Message(exception, code), };
        problem.Extensions["code"] = code;
        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier;
        if (FieldErrors(exception) is { Count: > 0 } errors)
        {
            problem.Extensions["errors"] = errors;
        }

        if (exception is IProblemData { ProblemData: { } data })
        {
            problem.Extensions["data"] = data;
        }

        await httpContext.Response.WriteAsJsonAsync(problem, JsonSerializerOptions.Web, "application/problem+json", cancellationToken);
        return true;
    }

    public static int StatusOf(Exception exception, AbpExceptionHttpStatusCodeOptions options) => exception switch
    {
        ModelStateException or AbpValidationException or JsonException => 400,
        AbpAuthorizationException => 403,
        EntityNotFoundException or BlobNotFoundException => 404,
        AbpDbConcurrencyException or DbUpdateConcurrencyException => 409,
        DbUpdateException { InnerException: DbException inner } when IsUniqueViolation(inner) => 409,
        BusinessException { Code: { } code } => options.ErrorCodeToHttpStatusCodeMappings.GetValueOrDefault(code, 403),
        BusinessException => 403,
        BadHttpRequestException bad => bad.StatusCode,
        OperationCanceledException => 499,
        _ => 500,
    };

    private (int Status, string Code) Classify(Exception exception)
    {
        var status = StatusOf(exception, statusCodes.Value);
        var code = (exception as IHasErrorCode)?.Code ?? exception switch
        {
            ModelStateException or AbpValidationException => AbpErrorCodes.ValidationFailed,
            AbpAuthorizationException => AbpErrorCodes.NotAllowed,
            DbUpdateException and not DbUpdateConcurrencyException when status == 409 => AbpErrorCodes.AlreadyExists,
            _ => status switch
            {
                404 => AbpErrorCodes.NotFound,
                409 => AbpErrorCodes.Conflict,
                >= 400 and < 500 => AbpErrorCodes.MalformedRequest,
                _ => AbpErrorCodes.InternalError,
            },
        };
        return exception is AbpAuthorizationException && !currentUser.IsAuthenticated ? (401, AbpErrorCodes.NotSignedIn) : (status, code);
    }

    private string Title(int status) => Localize(status switch
    {
        400 => AbpErrorCodes.ValidationFailed,
        401 => AbpErrorCodes.NotSignedIn,
        403 => AbpErrorCodes.NotAllowed,
        404 => AbpErrorCodes.NotFound,
        409 => AbpErrorCodes.Conflict,
        429 => AbpErrorCodes.TooManyRequests,
        >= 500 => AbpErrorCodes.InternalError,
        _ => AbpErrorCodes.ValidationFailed,
    }, null);

    private string Message(Exception exception, string code)
    {
        if (exception is UserFriendlyException friendly)
        {
            return friendly.Message;
        }

        // Only texts of our own: the message of an unexpected exception may tell secrets.
        var data = exception is BadHttpRequestException or JsonException ? new Dictionary<string, object?> { ["Reason"] = exception.Message }
            : exception.Data.Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => entry.Key.ToString()!, entry => entry.Value);
        return Localize(code, data);
    }

    private string Localize(string code, Dictionary<string, object?>? data)
    {
        var resource = localization.Value.ErrorCodeNamespaceMappings.GetValueOrDefault(code.Split(':')[0], typeof(AbpResource));
        string text = localizerFactory.Create(resource)[code];
        foreach (var (name, value) in data ?? [])
        {
            text = text.Replace($"{{{name}}}", Convert.ToString(value, System.Globalization.CultureInfo.CurrentCulture), StringComparison.Ordinal);
        }

        return text;
    }

    private static Dictionary<string, string[]>? FieldErrors(Exception exception) => exception switch
    {
        ModelStateException { ModelState: var state } => state.Where(field => field.Value!.Errors.Count > 0).ToDictionary(
            field => JsonName(field.Key), field => field.Value!.Errors.Select(error => error.ErrorMessage).ToArray()),
        AbpValidationException validation => validation.ValidationErrors
            .SelectMany(error => error.MemberNames.DefaultIfEmpty("").Select(name => (Name: JsonName(name), Message: error.ErrorMessage ?? "")))
            .GroupBy(error => error.Name).ToDictionary(group => group.Key, group => group.Select(error => error.Message).ToArray()),
        _ => null,
    };

    private static string JsonName(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    // PostgreSQL says it by SQLSTATE (23505), SQLite only in words.
    private static bool IsUniqueViolation(DbException exception)
        => exception.SqlState == "23505" || exception.Message.Contains("UNIQUE constraint failed", StringComparison.Ordinal);
}
