using System.Text.Json;
using Burgernet.Actions;
using Burgernet.Api.Access;
using Burgernet.Api.Actions;
using Burgernet.Api.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Burgernet.Api.Live;

/// <summary>The live view: what happens to an action, as server-sent events, as it happens.</summary>
internal sealed class LiveApi(IGrainFactory grains, LiveDesk desk, LiveLimits limits, IOptions<JsonOptions> json, ILogger<LiveApi> logger)
{
    /// <summary>The header in which a browser says what it saw last.</summary>
    public const string LastEventId = "Last-Event-ID";

    // Indented as elsewhere, each event would take a line for every member.
    private readonly JsonSerializerOptions _json = new(json.Value.SerializerOptions) { WriteIndented = false };

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/actions/{id}/events", (HttpContext http, LiveApi api, string id, string? after) => api.Follow(http, id, after))
            .WithTags("Actions")
            .WithName("FollowAction")
            .RequireRole(Role.Dispatcher)
            .WithSummary(
                "What happens to an action, as it happens: its own entries of the dossier and its progress, as server-sent events."
            )
            .Refuses(404, 429);

    private async Task<Results<ServerSentEventsResult<string>, NoContent, ApiProblem>> Follow(HttpContext http, string id, string? after)
    {
        var problems = new ProblemSink();
        if (ActionsApi.ReadId(id, problems) is not { } actionId)
        {
            return problems.First!;
        }

        var fromHeader = http.Request.Headers[LastEventId].ToString();
        if (LivePolicy.PlaceOf(fromHeader, after) is not { } place)
        {
            return new ApiProblem(RequestReasons.InvalidEventId, fromHeader.Length > 0 ? LastEventId : "after");
        }

        var caller = AccessFilter.CallerOf(http);
        var action = grains.GetGrain<IActionGrain>(actionId);
        var controlRoom = caller.Actor.ControlRoom;
        var first = await action.Follow(controlRoom, place, LiveView.Page);
        if (first.Action is not { } stands)
        {
            return ActionReplies.ToProblem(first.Problem!);
        }

        if (place > stands.Sequence)
        {
            return new ApiProblem(RequestReasons.InvalidEventId, fromHeader.Length > 0 ? LastEventId : "after");
        }

        if (place == stands.Sequence && stands.IsOver)
        {
            // WHATWG HTML §9.2.3: a browser does not come back after 204.
            return TypedResults.NoContent();
        }

        if (limits.TryOpen(caller.KeyId) is not { } open)
        {
            return new ApiProblem(RequestReasons.TooManyLiveViews, Field: null) { RetryAfterSeconds = ActionReplies.RetryAfterSeconds };
        }

        http.Response.RegisterForDispose(open);
        var watch = desk.Watch(controlRoom, actionId);
        http.Response.RegisterForDispose(watch);
        var view = new LiveView(Read, watch, desk.Parts, _json, http.Response, desk.Stopping);
        return TypedResults.ServerSentEvents(view.Read(first, place, http.RequestAborted));

        async Task<FollowReply?> Read(long from)
        {
            try
            {
                return await action.Follow(controlRoom, from, LiveView.Page);
            }
            catch (Exception exception)
            {
                // Whatever the reason: the answer has begun, and it is tried again soon.
                ApiLog.NotAsked(logger, actionId, exception);
                return null;
            }
        }
    }
}
