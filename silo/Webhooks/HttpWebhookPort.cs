using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Burgernet.Grains.Webhooks;
using Burgernet.Webhooks;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Webhooks;

/// <summary>Posts webhooks over HTTP: follows no redirect, keeps no cookie, and reads no more of an answer than its head.</summary>
internal sealed class HttpWebhookPort : IWebhookPort, IDisposable
{
    /// <summary>So much of an answer's body is read past so that the connection can be used again; beyond it the connection is closed.</summary>
    private const int MostOfABody = 1024;

    private const int MostOfAHead = 16;

    private readonly HttpClient _http;
    private readonly TimeProvider _time;

    public HttpWebhookPort(IOptions<WebhookProxyOptions> options, TimeProvider time)
    {
        _time = time;
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                Proxy = options.Value.Proxy is { } proxy ? new WebProxy(proxy) : null,
                UseProxy = options.Value.Proxy is not null,
                MaxResponseDrainSize = MostOfABody,
                MaxResponseHeadersLength = MostOfAHead,
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                ActivityHeadersPropagator = null,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public async Task<WebhookOutcome> Post(WebhookRequest request, TimeSpan timeout)
    {
        using var limit = new CancellationTokenSource(timeout, _time);
        using var message = new HttpRequestMessage(HttpMethod.Post, request.Url) { Content = new ByteArrayContent(request.Body) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        message.Headers.Add("webhook-id", request.Id);
        message.Headers.Add("webhook-timestamp", request.Timestamp.ToString(CultureInfo.InvariantCulture));
        message.Headers.Add("webhook-signature", request.Signature);
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("Burgernet", "1"));
        try
        {
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return Of(response);
        }
        catch (OperationCanceledException)
        {
            return new WebhookOutcome(WebhookFailure.TimedOut);
        }
        catch (HttpRequestException exception)
        {
            return new WebhookOutcome(Of(exception.HttpRequestError));
        }
        catch (IOException)
        {
            return new WebhookOutcome(WebhookFailure.Lost);
        }
    }

    public void Dispose() => _http.Dispose();

    private WebhookOutcome Of(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return status is >= 200 and < 300
            ? new WebhookOutcome(Failure: null, status)
            : new WebhookOutcome(status == 410 ? WebhookFailure.Gone : WebhookFailure.Refused, status, RetryAfter(response));
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when date > _time.GetUtcNow() => date - _time.GetUtcNow(),
            _ => null,
        };

    private static WebhookFailure Of(HttpRequestError error) =>
        error switch
        {
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError =>
                WebhookFailure.Unreachable,
            HttpRequestError.SecureConnectionError => WebhookFailure.NotTrusted,
            HttpRequestError.InvalidResponse
            or HttpRequestError.HttpProtocolError
            or HttpRequestError.VersionNegotiationError
            or HttpRequestError.ConfigurationLimitExceeded => WebhookFailure.NotHttp,
            _ => WebhookFailure.Lost,
        };
}
