using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Mailing.Idempotency;

/// <summary>
/// A changing call that an integrator may repeat without harm when the answer was lost: with the header <c>Idempotency-Key</c> it is done once, and
/// repeated calls within 24 hours get the answer of the first (<c>Idempotency-Replayed: true</c>). The same key with another request is 422; a call
/// while the first is under way waits for it, or is 409. The key is written in the transaction of the work itself: both stand, or neither. Without the
/// header nothing changes.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class IdempotentAttribute : Attribute, IAsyncActionFilter
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var http = context.HttpContext;
        var key = http.Request.Headers[Header].ToString();
        if (key.Length == 0 || http.RequestServices.GetRequiredService<ICurrentUser>().Id is not { } userId)
        {
            await next();
            return;
        }

        if (key.Length is < IdempotentRequest.MinKeyLength or > IdempotentRequest.MaxKeyLength || key.Any(c => c is <= ' ' or > '~'))
            throw new BusinessException(MailingErrorCodes.IdempotencyKeyInvalid);

        var store = http.RequestServices.GetRequiredService<IdempotencyStore>();
        var json = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.JsonSerializerOptions;
        var hash = await HashAsync(http.Request, context.ActionArguments, json);
        var (request, isNew) = await store.TakeAsync(userId, key, hash);
        if (!isNew)
        {
            context.Result = Replay(http.Response, request, hash);
            return;
        }

        var executed = await next();
        if (executed is { Exception: null } or { ExceptionHandled: true })
        {
            var answer = executed.Result is ObjectResult { Value: { } value } ? JsonSerializer.Serialize(value, value.GetType(), json) : "";
            await store.AnswerAsync(request, answer.Length == 0 ? StatusCodes.Status204NoContent : StatusCodes.Status200OK, answer);
        }
        else await store.ReleaseAsync(request);
    }

    private static IActionResult Replay(HttpResponse response, IdempotentRequest known, string hash)
    {
        if (known.RequestHash != hash) throw new BusinessException(MailingErrorCodes.IdempotencyKeyReused);
        if (known.Status is not { } status || known.AnswerJson is null) throw new BusinessException(MailingErrorCodes.IdempotencyInProgress);
        response.Headers[ReplayedHeader] = "true";
        return known.AnswerJson.Length == 0 ? new NoContentResult() : new ContentResult { StatusCode = status, Content = known.AnswerJson, ContentType = "application/json; charset=utf-8" };
    }

    /// <summary>Of what the call means, not of its bytes: a form is parted by a line that is drawn anew each time.</summary>
    private static async Task<string> HashAsync(HttpRequest request, IDictionary<string, object?> arguments, JsonSerializerOptions json)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        foreach (var (name, value) in arguments.OrderBy(argument => argument.Key, StringComparer.Ordinal))
        {
            if (value is CancellationToken) continue;
            hash.AppendData(Encoding.UTF8.GetBytes(name + "="));
            if (value is IFormFile file)
            {
                await using var content = file.OpenReadStream();
                hash.AppendData(await SHA256.HashDataAsync(content));
            }
            else hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(value, json));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
