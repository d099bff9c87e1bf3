using Burgernet.Actions;
using Burgernet.Api.Access;
using Burgernet.Api.Idempotency;
using Burgernet.Api.Json;
using Burgernet.Api.Messages;
using Burgernet.Api.Problems;
using Burgernet.Participants;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Burgernet.Api.Actions;

/// <summary>Previews: a dispatcher's own phone is called with the message. The number never stands in an address or a log.</summary>
internal sealed class PreviewsApi(IGrainFactory grains, ILogger<PreviewsApi> logger)
{
    /// <summary>The most characters of a number as it is typed.</summary>
    public const int MaxPhone = 40;

    private const int MaxBytes = 4_096;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var previews = routes.MapGroup("/actions/{id}/preview").WithTags("Messages");
        previews
            .MapPost("/", (HttpContext http, PreviewsApi api, string id) => api.Order(http, id))
            .WithName("PreviewAction")
            .RequireRole(Role.Dispatcher)
            .WithSummary(
                "Calls the dispatcher's own phone with the message, by a line of the action's carrier; of an action that calls nobody, sends it the SMS."
            )
            .Refuses(404, 409, 413, 415, 422, 429)
            .AddEndpointFilter<ActRateFilter>();
        previews
            .MapGet("/{previewId}", (HttpContext http, PreviewsApi api, string id, string previewId) => api.Get(http, id, previewId))
            .WithName("GetPreview")
            .RequireRole(Role.Dispatcher)
            .WithSummary("What became of a preview.")
            .Refuses(404);
    }

    private async Task<Results<Accepted<PreviewJson>, ApiProblem>> Order(HttpContext http, string id)
    {
        var problems = new ProblemSink();
        var actor = AccessFilter.ActorOf(http);
        var actionId = ActionsApi.ReadId(id, problems);
        var key = actionId is null ? null : IdempotencyKey.Read(http.Request, problems);
        var body = key is null ? null : await JsonBody.Read(http.Request, MaxBytes, problems);
        var fields = body is null ? null : JsonFields.Parse(body.Value, "body", problems, "phone", "language");
        var phone = fields?.RequiredText("phone", MaxPhone, lines: false);
        var language = fields is null ? Language.Dutch : LanguageReader.Read(fields, "language", problems);
        if (problems.First is { } wrong)
        {
            return wrong;
        }

        var path = $"/v1/actions/{actionId:D}/preview";
        var act = new Act(actor, key!, Fingerprint.Of("POST", path, ("body", body!.Value)));
        var reply = await grains.GetGrain<IActionGrain>(actionId!.Value).Preview(act, (PersonalText)phone!, language);
        var outcome = reply.Problem?.Code.ToString() ?? (reply.Repeated ? "repeated" : "accepted");
        ApiLog.Acted(logger, "preview", actionId.Value, actor.ControlRoom, actor.Dispatcher, outcome);
        if (reply.Problem is not null)
        {
            return ActionReplies.ToProblem(reply.Problem);
        }

        if (reply.Repeated)
        {
            http.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        }

        return TypedResults.Accepted($"{http.Request.PathBase}{path}/{reply.Preview!.Id:D}", PreviewJson.Of(reply.Preview));
    }

    private async Task<Results<Ok<PreviewJson>, ApiProblem>> Get(HttpContext http, string id, string previewId)
    {
        var problems = new ProblemSink();
        if (ActionsApi.ReadId(id, problems) is not { } actionId)
        {
            return problems.First!;
        }

        if (!Guid.TryParseExact(previewId, "D", out var preview))
        {
            return new ApiProblem(ActionReasons.UnknownPreview, "previewId");
        }

        var reply = await grains.GetGrain<IActionGrain>(actionId).ReadPreview(AccessFilter.ActorOf(http).ControlRoom, preview);
        return reply.Problem is null ? TypedResults.Ok(PreviewJson.Of(reply.Preview!)) : ActionReplies.ToProblem(reply.Problem);
    }
}
