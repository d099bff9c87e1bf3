using Burgernet.Actions;
using Burgernet.Api.Access;
using Burgernet.Api.Dossier;
using Burgernet.Api.Idempotency;
using Burgernet.Api.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Burgernet.Api.Actions;

/// <summary>Actions: prepare, start, pause, resume, stop, follow, and read back afterwards.</summary>
internal sealed class ActionsApi(
    IGrainFactory grains,
    ActOrders orders,
    DraftReader drafts,
    DossierApi dossiers,
    IOptionsMonitor<ApiOptions> options
)
{
    /// <summary>The most actions on a page; deliveries and dossier entries may be 1,000.</summary>
    public const int MaxActions = 200;

    /// <summary>The most deliveries or dossier entries on a page.</summary>
    public const int MaxRows = 1000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var actions = routes.MapGroup("/actions").WithTags("Actions");
        actions
            .MapPost("/", (HttpContext http, ActionsApi api) => api.Create(http))
            .WithName("CreateAction")
            .RequireRole(Role.Dispatcher)
            .WithSummary("Prepares an action: nobody is called yet.")
            .Refuses(413, 415, 422, 429)
            .AddEndpointFilter<ActRateFilter>();
        actions
            .MapPost("/{id}/start", (HttpContext http, ActionsApi api, string id) => api.Start(http, id))
            .WithName("StartAction")
            .RequireRole(Role.Dispatcher)
            .WithSummary("Starts an action: everyone in the area is selected and called, nearest first.")
            .Refuses(404, 409, 413, 415, 422, 429)
            .AddEndpointFilter<ActRateFilter>();
        actions
            .MapPost("/{id}/stop", (HttpContext http, ActionsApi api, string id) => api.Stop(http, id))
            .WithName("StopAction")
            .RequireRole(Role.Dispatcher)
            .WithSummary(
                "Stops an action: no new call leaves, ringing ones are cancelled, answered ones finish or, with calls: cut, are hung up."
            )
            .Refuses(404, 409, 413, 415, 422);
        actions
            .MapPost("/{id}/pause", (HttpContext http, ActionsApi api, string id) => api.Pause(http, id))
            .WithName("PauseAction")
            .RequireRole(Role.Dispatcher)
            .WithSummary(
                "Pauses an action: like stop, but who waits goes on waiting, and who was cancelled is called again once it is resumed."
            )
            .Refuses(404, 409, 413, 415, 422);
        actions
            .MapPost("/{id}/resume", (HttpContext http, ActionsApi api, string id) => api.Resume(http, id))
            .WithName("ResumeAction")
            .RequireRole(Role.Dispatcher)
            .WithSummary("Lets a paused action go on.")
            .Refuses(404, 409, 413, 415, 422, 429)
            .AddEndpointFilter<ActRateFilter>();
        ExpansionsApi.Map(actions);
        actions
            .MapPost("/{id}/close", (HttpContext http, ActionsApi api, string id) => api.Close(http, id))
            .WithName("CloseAction")
            .RequireRole(Role.Dispatcher)
            .WithSummary("Closes an action with its result: everyone who was contacted must have the outcome, or have it queued.")
            .Refuses(404, 409, 413, 415, 422);
        actions
            .MapPost("/{id}/archive", (HttpContext http, ActionsApi api, string id) => api.Archive(http, id))
            .WithName("ArchiveAction")
            .RequireRole(Role.Dispatcher)
            .WithSummary("Puts a closed action away once no outcome is to be delivered any more.")
            .Refuses(404, 409, 413, 415, 422);
        actions
            .MapGet(
                "/",
                (HttpContext http, ActionsApi api, string? limit, string? after, string? status) => api.List(http, limit, after, status)
            )
            .WithName("ListActions")
            .RequireRole(Role.Dispatcher, Role.Analyst)
            .WithSummary("The control room's own actions, newest first; archived ones only where status names them.");
        actions
            .MapGet("/{id}", (HttpContext http, ActionsApi api, string id) => api.Get(http, id))
            .WithName("GetAction")
            .RequireRole(Role.Dispatcher)
            .WithSummary("An action as it stands, with its progress.")
            .Refuses(404);
        actions
            .MapGet("/{id}/estimate", (HttpContext http, ActionsApi api, string id) => api.Estimate(http, id))
            .WithName("EstimateAction")
            .RequireRole(Role.Dispatcher)
            .WithSummary("What a draft will come to (people, calls, time, cost), or what is left of an action that was started.")
            .Refuses(404);
        actions
            .MapGet(
                "/{id}/deliveries",
                (HttpContext http, ActionsApi api, string id, string? limit, string? after) => api.Deliveries(http, id, limit, after)
            )
            .WithName("ListDeliveries")
            .RequireRole(Role.Dispatcher, Role.Analyst)
            .WithSummary("The deliveries of an action, nearest first; all of them at once as CSV (Accept: text/csv), with pseudonyms.")
            .Produces<DeliveryListJson>()
            .Refuses(400, 401, 403, 404, 500, 503);
        actions
            .MapGet(
                "/{id}/dossier",
                (HttpContext http, ActionsApi api, string id, string? limit, string? after) => api.Dossier(http, id, limit, after)
            )
            .WithName("ReadDossier")
            .RequireRole(Role.Dispatcher)
            .WithSummary("The dossier of an action: every event and delivery in order of recording, with the hashes that chain them.")
            .Refuses(404);
    }

    private async Task<Results<Created<ActionJson>, ApiProblem>> Create(HttpContext http)
    {
        var problems = new ProblemSink();
        var actor = AccessFilter.ActorOf(http);
        var limits = options.CurrentValue;
        var key = IdempotencyKey.Read(http.Request, problems);
        var upload = key is null ? null : await DraftUploadReader.Read(http.Request, DraftUpload.Action, limits.MaxBodyBytes, problems);
        var draft = upload is null ? null : await drafts.Read(upload, actor.ControlRoom, limits, problems);
        if (draft is null)
        {
            return problems.First!;
        }

        var id = ActionId.Of(actor.ControlRoom, key!);
        var fingerprint = Fingerprint.Of("POST", "/v1/actions", upload!.Parts.Select(part => (part.Key, part.Value)));
        var reply = await Grain(id).Create(new Act(actor, key!, fingerprint), draft);
        return orders.Tell(http, "create", id, actor, reply) is { } problem
            ? problem
            : TypedResults.Created($"{http.Request.PathBase}/v1/actions/{id:D}", ActionJson.Of(reply.Action!));
    }

    private Task<Results<Accepted<ActionJson>, ApiProblem>> Start(HttpContext http, string id) =>
        orders.Order(
            http,
            id,
            "start",
            ActReader.TermsOf,
            (grain, act, terms) => grain.Start(act, terms),
            ActReader.ConfirmedPeople,
            ActReader.QuietHoursOverride
        );

    private Task<Results<Accepted<ActionJson>, ApiProblem>> Stop(HttpContext http, string id) =>
        orders.Order(http, id, "stop", ActReader.CallsOf, (grain, act, calls) => grain.Stop(act, calls), ActReader.Calls);

    private Task<Results<Accepted<ActionJson>, ApiProblem>> Pause(HttpContext http, string id) =>
        orders.Order(http, id, "pause", ActReader.CallsOf, (grain, act, calls) => grain.Pause(act, calls), ActReader.Calls);

    private Task<Results<Accepted<ActionJson>, ApiProblem>> Resume(HttpContext http, string id) =>
        orders.Order(http, id, "resume", (_, _) => true, (grain, act, _) => grain.Resume(act));

    private Task<Results<Accepted<ActionJson>, ApiProblem>> Close(HttpContext http, string id) =>
        orders.Order(
            http,
            id,
            "close",
            CloseReader.Read,
            (grain, act, terms) => grain.Close(act, terms),
            CloseReader.Result,
            CloseReader.OpenOutcomes
        );

    private Task<Results<Accepted<ActionJson>, ApiProblem>> Archive(HttpContext http, string id) =>
        orders.Order(http, id, "archive", (_, _) => true, (grain, act, _) => grain.Archive(act));

    private async Task<Results<Ok<ActionListJson>, ApiProblem>> List(HttpContext http, string? limit, string? after, string? status)
    {
        var problems = new ProblemSink();
        var statuses = StatusFilter.Read(status, problems);
        if (Paging.Read(limit, after, MaxActions, problems) is not { } paging || problems.First is not null)
        {
            return problems.First!;
        }

        try
        {
            var page = await grains
                .GetGrain<IControlRoomGrain>(AccessFilter.ActorOf(http).ControlRoom)
                .ListActions(paging.After, paging.Limit, statuses);
            return TypedResults.Ok(
                new ActionListJson { Actions = [.. page.Actions.Select(ActionSummaryJson.Of)], Next = paging.LinkNext(http, page.Next) }
            );
        }
        catch (Exception e) when (IsCursorRefused(e, paging))
        {
            return new ApiProblem(RequestReasons.InvalidCursor, "after");
        }
    }

    private async Task<Results<Ok<ActionJson>, ApiProblem>> Get(HttpContext http, string id)
    {
        var (action, problem) = await Find(http, id);
        return problem is not null ? problem : TypedResults.Ok(ActionJson.Of(action!));
    }

    private async Task<Results<Ok<EstimateJson>, ApiProblem>> Estimate(HttpContext http, string id)
    {
        var problems = new ProblemSink();
        if (ReadId(id, problems) is not { } actionId)
        {
            return problems.First!;
        }

        var reply = await Grain(actionId).Estimate(AccessFilter.ActorOf(http).ControlRoom);
        return reply.Problem is null ? TypedResults.Ok(EstimateJson.Of(reply.Estimate!)) : ActionReplies.ToProblem(reply.Problem);
    }

    private async Task<IResult> Deliveries(HttpContext http, string id, string? limit, string? after)
    {
        if (DossierApi.WantsCsv(http))
        {
            return await dossiers.DeliveriesCsv(http, id);
        }

        var (page, paging, problem) = await ReadPage(
            http,
            id,
            limit,
            after,
            (_, asked) => dossiers.ReadViews(Guid.ParseExact(id, "D"), asked)
        );
        if (problem is not null)
        {
            return problem;
        }

        // Who steers an action may know whom it called; who studies it may not.
        var named = AccessFilter.CallerOf(http).Is(Role.Dispatcher);
        return TypedResults.Ok(
            new DeliveryListJson
            {
                Deliveries =
                [
                    .. page!.Deliveries.Zip(page.Pseudonyms, (delivery, pseudonym) => DeliveryJson.Of(delivery, pseudonym, named)),
                ],
                Next = paging!.LinkNext(http, page.Next),
            }
        );
    }

    private async Task<Results<Ok<DossierJson>, ApiProblem>> Dossier(HttpContext http, string id, string? limit, string? after)
    {
        var (page, paging, problem) = await ReadPage(http, id, limit, after, (grain, asked) => grain.ReadDossier(asked.After, asked.Limit));
        return problem is not null
            ? problem
            : TypedResults.Ok(
                new DossierJson { Entries = [.. page!.Entries.Select(DossierEntryJson.Of)], Next = paging!.LinkNext(http, page.Next) }
            );
    }

    private async Task<(TPage? Page, Paging? Paging, ApiProblem? Problem)> ReadPage<TPage>(
        HttpContext http,
        string id,
        string? limit,
        string? after,
        Func<IActionGrain, Paging, Task<TPage>> read
    )
        where TPage : class
    {
        var problems = new ProblemSink();
        if (Paging.Read(limit, after, MaxRows, problems) is not { } paging)
        {
            return (null, null, problems.First);
        }

        // The action tells first whether it is this control room's own.
        var (action, problem) = await Find(http, id);
        if (action is null)
        {
            return (null, null, problem);
        }

        try
        {
            return (await read(Grain(action.Id), paging), paging, null);
        }
        catch (Exception e) when (IsCursorRefused(e, paging))
        {
            return (null, null, new ApiProblem(RequestReasons.InvalidCursor, "after"));
        }
    }

    private async Task<(ActionSnapshot? Action, ApiProblem? Problem)> Find(HttpContext http, string id)
    {
        var problems = new ProblemSink();
        if (ReadId(id, problems) is not { } actionId)
        {
            return (null, problems.First);
        }

        var reply = await Grain(actionId).Get(AccessFilter.ActorOf(http).ControlRoom);
        return reply.Problem is null ? (reply.Action, null) : (null, ActionReplies.ToProblem(reply.Problem));
    }

    private IActionGrain Grain(Guid id) => grains.GetGrain<IActionGrain>(id);

    /// <summary>Only a cursor can be wrong once the limit was checked.</summary>
    private static bool IsCursorRefused(Exception e, Paging paging) =>
        paging.After is not null && e is ArgumentException or FormatException;

    /// <summary>The id in an address; none of any action's form is of an action that does not exist.</summary>
    public static Guid? ReadId(string id, ProblemSink problems)
    {
        if (Guid.TryParseExact(id, "D", out var actionId))
        {
            return actionId;
        }

        problems.Add(ActionReasons.UnknownAction, "id");
        return null;
    }
}
