using Burgernet.Api.Access;
using Burgernet.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burgernet.Api.Webhooks;

/// <summary>How the webhooks of a control room go. They are set up in the configuration, where their secrets stay.</summary>
internal sealed class WebhooksApi(IGrainFactory grains)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/webhooks", (HttpContext http, WebhooksApi api) => api.List(http))
            .WithTags("Webhooks")
            .WithName("ListWebhooks")
            .RequireRole(Role.Dispatcher)
            .WithSummary("The control room's webhooks: what was delivered last, what waits, what went wrong, what was given up.");

    private async Task<Results<Ok<WebhookListJson>, Problems.ApiProblem>> List(HttpContext http) =>
        TypedResults.Ok(
            new WebhookListJson
            {
                Webhooks =
                [
                    .. (await grains.GetGrain<IWebhooksGrain>(AccessFilter.ActorOf(http).ControlRoom).List()).Select(WebhookJson.Of),
                ],
            }
        );
}
