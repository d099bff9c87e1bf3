using Burgernet.Actions;
using Burgernet.Api.Access;
using Burgernet.Api.Actions;
using Burgernet.Api.Csv;
using Burgernet.Api.Problems;
using Burgernet.Dossier;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burgernet.Api.Dossier;

/// <summary>Heads of dossiers with the keys that verify them, and what happened to each call: for whoever keeps, or studies, an action afterwards.</summary>
internal sealed class DossierApi(IGrainFactory grains)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var action = routes.MapGroup("/actions/{id}").WithTags("Actions").RequireRole(Role.Dispatcher, Role.Analyst);
        action
            .MapGet("/dossier/head", (HttpContext http, DossierApi api, string id) => api.Head(http, id))
            .WithName("ReadDossierHead")
            .WithSummary("The last entry of the action's own chain with its signature: kept elsewhere it proves what the dossier held.")
            .Refuses(404);
        action
            .MapGet(
                "/attempts",
                (HttpContext http, DossierApi api, string id, string? limit, string? after) => api.Attempts(http, id, limit, after)
            )
            .WithName("ListAttempts")
            .WithSummary("Every try at a delivery, under pseudonyms of this action alone; all of them at once as CSV (Accept: text/csv).")
            .Produces<AttemptListJson>()
            .Refuses(400, 401, 403, 404, 500, 503);
        routes
            .MapGroup("/dossier-keys")
            .WithTags("Actions")
            .MapGet("/", (DossierApi api) => api.Keys())
            .WithName("ListDossierKeys")
            .RequireRole(Role.Dispatcher, Role.Analyst)
            .WithSummary("The public keys that the heads of dossiers are verified with.")
            .Refuses(401, 403, 500, 503);
    }

    /// <summary>Whether a list is asked for as CSV.</summary>
    public static bool WantsCsv(HttpContext http) => MediaFormat.Choose(http.Request, MediaFormat.Json, MediaFormat.Csv) == MediaFormat.Csv;

    /// <summary>All deliveries of an action as CSV.</summary>
    public async Task<IResult> DeliveriesCsv(HttpContext http, string id)
    {
        var (action, problem) = await Find(http, id);
        if (problem is not null)
        {
            return problem;
        }

        var dossier = grains.GetGrain<IDossierGrain>(action);
        return await CsvPages.Of(
            http,
            $"deliveries-{action:D}.csv",
            DossierCsv.Deliveries,
            async after =>
            {
                var page = await dossier.ReadDeliveries(after, CsvPages.Page);
                return (page.Deliveries.Select(DossierCsv.Line), page.Next);
            }
        );
    }

    /// <summary>A page of an action's deliveries.</summary>
    public Task<DeliveryViewPage> ReadViews(Guid action, Paging paging) =>
        grains.GetGrain<IDossierGrain>(action).ReadViews(paging.After, paging.Limit);

    private async Task<Results<Ok<DossierHeadJson>, ApiProblem>> Head(HttpContext http, string id)
    {
        var (action, problem) = await Find(http, id);
        if (problem is not null)
        {
            return problem;
        }

        var head = await grains.GetGrain<IDossierGrain>(action).ReadHead();
        return head is null ? new ApiProblem(ActionReasons.UnknownAction, "id") : TypedResults.Ok(DossierHeadJson.Of(action, head));
    }

    private async Task<IResult> Attempts(HttpContext http, string id, string? limit, string? after)
    {
        var problems = new ProblemSink();
        if (Paging.Read(limit, after, ActionsApi.MaxRows, problems) is not { } paging)
        {
            return problems.First!;
        }

        var (action, problem) = await Find(http, id);
        if (problem is not null)
        {
            return problem;
        }

        var dossier = grains.GetGrain<IDossierGrain>(action);
        if (WantsCsv(http))
        {
            return await CsvPages.Of(
                http,
                $"attempts-{action:D}.csv",
                DossierCsv.Attempts,
                async from =>
                {
                    var part = await dossier.ReadAttempts(from, CsvPages.Page);
                    return (part.Attempts.Select(DossierCsv.Line), part.Next);
                }
            );
        }

        try
        {
            var page = await dossier.ReadAttempts(paging.After, paging.Limit);
            return TypedResults.Ok(
                new AttemptListJson { Attempts = [.. page.Attempts.Select(AttemptJson.Of)], Next = paging.LinkNext(http, page.Next) }
            );
        }
        catch (FormatException) when (paging.After is not null)
        {
            return new ApiProblem(RequestReasons.InvalidCursor, "after");
        }
    }

    private async Task<Ok<DossierKeyListJson>> Keys() =>
        TypedResults.Ok(
            new DossierKeyListJson { Keys = [.. (await grains.GetGrain<IDossierKeysGrain>(0).List()).Select(DossierKeyJson.Of)] }
        );

    /// <summary>The action tells whether it is this control room's own.</summary>
    private async Task<(Guid Action, ApiProblem? Problem)> Find(HttpContext http, string id)
    {
        var problems = new ProblemSink();
        if (ActionsApi.ReadId(id, problems) is not { } actionId)
        {
            return (Guid.Empty, problems.First);
        }

        var reply = await grains.GetGrain<IActionGrain>(actionId).Get(AccessFilter.ActorOf(http).ControlRoom);
        return reply.Problem is null ? (actionId, null) : (Guid.Empty, ActionReplies.ToProblem(reply.Problem));
    }
}
