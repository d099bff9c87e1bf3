using Burgernet.Actions;
using Burgernet.Api.Access;
using Burgernet.Api.Cells;
using Burgernet.Api.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Burgernet.Api.Actions;

/// <summary>The area of an action grows: at once, or by itself.</summary>
internal sealed class ExpansionsApi(
    ActOrders orders,
    IGrainFactory grains,
    IMunicipalityBorders borders,
    IOptionsMonitor<ApiOptions> options
)
{
    public static void Map(RouteGroupBuilder actions)
    {
        actions
            .MapPost("/{id}/expand", (HttpContext http, ExpansionsApi api, string id) => api.Expand(http, id))
            .WithName("ExpandAction")
            .RequireRole(Role.Dispatcher)
            .WithSummary("Enlarges the area: who is in it and was not selected before is called too, nearest first.")
            .Refuses(404, 409, 413, 415, 422, 429)
            .AddEndpointFilter<ActRateFilter>();
        actions
            .MapPost("/{id}/expand/estimate", (HttpContext http, ExpansionsApi api, string id) => api.Estimate(http, id))
            .WithName("EstimateExpansion")
            .RequireRole(Role.Dispatcher)
            .WithSummary("What an expansion would come to, for those whom it adds. Changes nothing.")
            .Refuses(404, 409, 413, 415, 422);
        actions
            .MapPost("/{id}/expansion-plan", (HttpContext http, ExpansionsApi api, string id) => api.Plan(http, id))
            .WithName("PlanExpansion")
            .RequireRole(Role.Dispatcher)
            .WithSummary("Lets the area grow by itself around the incident point, ring by ring, as fast as somebody on their way.")
            .Refuses(404, 409, 413, 415, 422, 429)
            .AddEndpointFilter<ActRateFilter>();
        actions
            .MapDelete("/{id}/expansion-plan", (HttpContext http, ExpansionsApi api, string id) => api.EndPlan(http, id))
            .WithName("EndExpansionPlan")
            .RequireRole(Role.Dispatcher)
            .WithSummary("The area grows no more by itself; what it has by now stays.")
            .Refuses(404, 409, 413, 415, 422);
    }

    private Task<Results<Accepted<ActionJson>, ApiProblem>> Expand(HttpContext http, string id) =>
        orders.Order(
            http,
            id,
            "expand",
            (reading, problems) => ExpansionReader.Expansion(reading, options.CurrentValue, problems, borders),
            (grain, act, expansion) => grain.Expand(act, expansion!),
            ExpansionReader.OfExpansion
        );

    private async Task<Results<Ok<EstimateJson>, ApiProblem>> Estimate(HttpContext http, string id)
    {
        var problems = new ProblemSink();
        var actionId = ActionsApi.ReadId(id, problems);
        var reading = actionId is null ? null : await ActReader.Read(http.Request, problems, ExpansionReader.OfExpansion);
        var expansion = reading is null ? null : ExpansionReader.Expansion(reading, options.CurrentValue, problems, borders);
        if (problems.First is { } wrong)
        {
            return wrong;
        }

        var reply = await grains
            .GetGrain<IActionGrain>(actionId!.Value)
            .EstimateExpansion(AccessFilter.ActorOf(http).ControlRoom, expansion!);
        return reply.Problem is null ? TypedResults.Ok(EstimateJson.Of(reply.Estimate!)) : ActionReplies.ToProblem(reply.Problem);
    }

    private Task<Results<Accepted<ActionJson>, ApiProblem>> Plan(HttpContext http, string id) =>
        orders.Order(
            http,
            id,
            "expansion-plan",
            (reading, problems) => ExpansionReader.Plan(reading, options.CurrentValue, problems),
            (grain, act, plan) => grain.PlanExpansion(act, plan!),
            ExpansionReader.OfPlan
        );

    private Task<Results<Accepted<ActionJson>, ApiProblem>> EndPlan(HttpContext http, string id) =>
        orders.Order(http, id, "expansion-plan", (_, _) => true, (grain, act, _) => grain.EndExpansionPlan(act));
}
