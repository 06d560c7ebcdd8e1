using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using CapaCitoyenne.Abp.MultiTenancy;
using CapaCitoyenne.Associations.Sessions;

namespace CapaCitoyenne.TestBase;

/// <summary>A browser that speaks to the API: keeps its cookies, names its space, carries the antiforgery token.</summary>
public sealed class HubClient(HttpClient http)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public HttpClient Http { get; } = http;

    /// <summary>The slug of the space it works in.</summary>
    public string? Space { get; set; }

    private string? _antiforgeryToken;

    /// <summary>The same browser on the hub's side, in no space.</summary>
    public HubClient OnTheHub() => new(Http) { _antiforgeryToken = _antiforgeryToken };

    public async Task SignInAsync(string email, string password)
    {
        await RefreshSessionAsync();
        (await SendAsync(HttpMethod.Post, "/api/associations/session", new SignInInput { Email = email, Password = password })).EnsureSuccess();
        await RefreshSessionAsync();
    }

    /// <summary>Asks for the session, which renews the antiforgery token.</summary>
    public async Task<SessionDto> RefreshSessionAsync()
    {
        var response = await SendAsync(HttpMethod.Get, "/api/associations/session");
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies)
            && cookies.FirstOrDefault(cookie => cookie.StartsWith("XSRF-TOKEN=", StringComparison.Ordinal)) is { } token)
        {
            _antiforgeryToken = Uri.UnescapeDataString(token["XSRF-TOKEN=".Length..token.IndexOf(';', StringComparison.Ordinal)]);
        }

        return await response.ReadAsync<SessionDto>();
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        var content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body, body.GetType(), options: Json));
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (Space is not null)
        {
            request.Headers.Add(AbpTenantResolveOptions.TenantKey, Space);
        }

        if (_antiforgeryToken is not null)
        {
            request.Headers.Add("X-XSRF-TOKEN", _antiforgeryToken);
        }

        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return Http.SendAsync(request);
    }

    public async Task<T> GetAsync<T>(string path) => await (await SendAsync(HttpMethod.Get, path)).EnsureSuccess().ReadAsync<T>();

    public async Task<T> PostAsync<T>(string path, object? body = null) => await (await SendAsync(HttpMethod.Post, path, body)).EnsureSuccess().ReadAsync<T>();

    public async Task PostAsync(string path, object? body = null) => (await SendAsync(HttpMethod.Post, path, body)).EnsureSuccess();

    public async Task<T> PutAsync<T>(string path, object body) => await (await SendAsync(HttpMethod.Put, path, body)).EnsureSuccess().ReadAsync<T>();

    public async Task DeleteAsync(string path) => (await SendAsync(HttpMethod.Delete, path)).EnsureSuccess();
}

public static class HttpResponseMessageExtensions
{
    /// <summary>Fails with the body, which says why.</summary>
    public static HttpResponseMessage EnsureSuccess(this HttpResponseMessage response) => response.IsSuccessStatusCode
        ? response
        : throw new HttpRequestException(
            $"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri} → {(int)response.StatusCode}\n{response.Content.ReadAsStringAsync().Result}");

    public static async Task<T> ReadAsync<T>(this HttpResponseMessage response)
        => (await response.Content.ReadFromJsonAsync<T>(HubClient.Json))!;

    /// <summary>The worded code of a problem answer, or null.</summary>
    public static async Task<string?> CodeAsync(this HttpResponseMessage response)
    {
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return body.TryGetProperty("code", out var code) ? code.GetString() : null;
    }
}
