using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Abp.Http;

/// <summary>
/// Requests to addresses that somebody typed or that stand in a file: never into this machine or its network. Public, though ABP has no such
/// type: modules take the client by this name from <see cref="IHttpClientFactory"/>.
/// </summary>
public static class OutsideHttp
{
    public const string ClientName = "outside";
    private const int MaxRedirects = 5;
    private const int MaxHeaderKilobytes = 32;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    internal static void AddOutsideHttp(this IServiceCollection services)
    {
        services.AddSingleton<OutsideConnector>();
        services.AddSingleton<IOutsideConnector>(provider => provider.GetRequiredService<OutsideConnector>());
        services.AddHttpClient(ClientName, client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.DefaultRequestHeaders.UserAgent.ParseAdd("CapaCitoyenne/1.0");
        }).ConfigurePrimaryHttpMessageHandler(provider => NewHandler(provider.GetRequiredService<OutsideConnector>()));
    }

    internal static SocketsHttpHandler NewHandler(OutsideConnector connector) => new()
    {
        // A proxy would look names up by itself; cookies and compressed bodies have no place here.
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        AllowAutoRedirect = true,
        MaxAutomaticRedirections = MaxRedirects,
        MaxResponseHeadersLength = MaxHeaderKilobytes,
        ConnectTimeout = ConnectTimeout,
        ConnectCallback = connector.ConnectAsync,
    };

    /// <summary>Reads an address to the end, within bounds of size and time.</summary>
    /// <param name="maxBytes">More is <see cref="OutsideHttpFailure.TooLarge"/>, whatever the answer said of its length.</param>
    /// <exception cref="OutsideHttpException">It could not be had; says why.</exception>
    public static async Task<byte[]> GetBytesAsync(this HttpClient client, Uri address, int maxBytes, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        if (address is not { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "" }) throw new OutsideHttpException(OutsideHttpFailure.AddressRefused);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(timeout);
        try
        {
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, time.Token);
            if (!response.IsSuccessStatusCode) throw new OutsideHttpException(OutsideHttpFailure.NotThere);
            if (response.Content.Headers.ContentLength > maxBytes) throw new OutsideHttpException(OutsideHttpFailure.TooLarge);
            await using var content = await response.Content.ReadAsStreamAsync(time.Token);
            using var buffer = new MemoryStream();
            var part = new byte[81920];
            while (await content.ReadAsync(part, time.Token) is > 0 and var read)
            {
                if (buffer.Length + read > maxBytes) throw new OutsideHttpException(OutsideHttpFailure.TooLarge);
                buffer.Write(part, 0, read);
            }
            return buffer.ToArray();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new OutsideHttpException(OutsideHttpFailure.TimedOut);
        }
        catch (HttpRequestException exception)
        {
            throw new OutsideHttpException(IsRefusal(exception) ? OutsideHttpFailure.AddressRefused : OutsideHttpFailure.NotThere, exception);
        }
        catch (IOException exception)
        {
            throw new OutsideHttpException(OutsideHttpFailure.NotThere, exception);
        }
    }

    private static bool IsRefusal(Exception? exception) => exception is OutsideAddressRefusedException || (exception is not null && IsRefusal(exception.InnerException));
}

/// <summary>Why something outside could not be had.</summary>
public enum OutsideHttpFailure
{
    /// <summary>An address of this machine or its network, another port than 80 and 443, or no http address.</summary>
    AddressRefused,
    NotThere,
    TooLarge,
    TimedOut,
}

public class OutsideHttpException(OutsideHttpFailure failure, Exception? innerException = null) : Exception("The address could not be read: " + failure, innerException)
{
    public OutsideHttpFailure Failure { get; } = failure;
}
