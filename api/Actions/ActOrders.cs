using Burgernet.Actions;
using Burgernet.Api.Access;
using Burgernet.Api.Idempotency;
using Burgernet.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace Burgernet.Api.Actions;

/// <summary>Hands acts on actions to their grains, and their answers back.</summary>
internal sealed class ActOrders(IGrainFactory grains, ILogger<ActOrders> logger)
{
    /// <summary>An act on an action.</summary>
    /// <param name="http">The request.</param>
    /// <param name="id">The action's id, as in the address.</param>
    /// <param name="name">The act's name in the address.</param>
    /// <param name="terms">Reads what the act takes beside a reason.</param>
    /// <param name="order">Orders it.</param>
    /// <param name="members">The members that its body may have beside a reason.</param>
    public async Task<Results<Accepted<ActionJson>, ApiProblem>> Order<T>(
        HttpContext http,
        string id,
        string name,
        Func<ActReading, ProblemSink, T> terms,
        Func<IActionGrain, Act, T, Task<ActionReply>> order,
        params string[] members
    )
    {
        var problems = new ProblemSink();
        var actor = AccessFilter.ActorOf(http);
        var actionId = ActionsApi.ReadId(id, problems);
        var key = actionId is null ? null : IdempotencyKey.Read(http.Request, problems);
        var reading = key is null ? null : await ActReader.Read(http.Request, problems, members);
        var said = reading is null ? default : terms(reading, problems);
        if (problems.First is { } wrong)
        {
            return wrong;
        }

        var path = $"/v1/actions/{actionId:D}";
        var fingerprint = Fingerprint.Of(http.Request.Method, $"{path}/{name}", ("body", reading!.Body));
        var reply = await order(grains.GetGrain<IActionGrain>(actionId!.Value), new Act(actor, key!, fingerprint, reading.Reason), said!);
        return Tell(http, name, actionId.Value, actor, reply) is { } problem
            ? problem
            : TypedResults.Accepted($"{http.Request.PathBase}{path}", ActionJson.Of(reply.Action!));
    }

    /// <summary>Logs what came of an act, and gives the problem to answer with, if there is one.</summary>
    public ApiProblem? Tell(HttpContext http, string act, Guid id, Actor actor, ActionReply reply)
    {
        var outcome = reply.Problem?.Code.ToString() ?? (reply.Repeated ? "repeated" : "accepted");
        ApiLog.Acted(logger, act, id, actor.ControlRoom, actor.Dispatcher, outcome);
        if (reply.Problem is not null)
        {
            return ActionReplies.ToProblem(reply.Problem);
        }

        if (reply.Repeated)
        {
            http.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        }

        return null;
    }
}
