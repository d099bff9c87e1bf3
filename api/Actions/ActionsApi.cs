using Burgernet.Actions;
using Burgernet.Api.Access;
using Burgernet.Api.Dossier;
using Burgernet.Api.Idempotency;
using Burgernet.Api.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Api.Actions;

/// <summary>Actions: prepare, start, pause, resume, stop, follow, and read back afterwards.</summary>
internal sealed class ActionsApi(
    IGrainFactory grains,
    DraftReader drafts,
    DossierApi dossiers,
    IOptionsMonitor<ApiOptions> options,
    ILogger<ActionsApi> logger
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
        actions
            .MapGet("/", (HttpContext http, ActionsApi api, string? limit, string? after) => api.List(http, limit, after))
            .WithName("ListActions")
            .RequireRole(Role.Dispatcher, Role.Analyst)
            .WithSummary("The control room's own actions, newest first.");
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
        var upload = key is null ? null : await DraftUploadReader.Read(http.Request, limits.MaxBodyBytes, problems);
        var draft = upload is null ? null : await drafts.Read(upload, actor.ControlRoom, limits, problems);
        if (draft is null)
        {
            return problems.First!;
        }

        var id = ActionId.Of(actor.ControlRoom, key!);
        var fingerprint = Fingerprint.Of("POST", "/v1/actions", upload!.Parts.Select(part => (part.Key, part.Value)));
        var reply = await Grain(id).Create(new Act(actor, key!, fingerprint), draft);
        return Tell(http, "create", id, actor, reply) is { } problem
            ? problem
            : TypedResults.Created($"{http.Request.PathBase}/v1/actions/{id:D}", ActionJson.Of(reply.Action!));
    }

    private Task<Results<Accepted<ActionJson>, ApiProblem>> Start(HttpContext http, string id) =>
        Order(
            http,
            id,
            "start",
            ActReader.TermsOf,
            (grain, act, terms) => grain.Start(act, terms),
            ActReader.ConfirmedPeople,
            ActReader.QuietHoursOverride
        );

    private Task<Results<Accepted<ActionJson>, ApiProblem>> Stop(HttpContext http, string id) =>
        Order(http, id, "stop", ActReader.CallsOf, (grain, act, calls) => grain.Stop(act, calls), ActReader.Calls);

    private Task<Results<Accepted<ActionJson>, ApiProblem>> Pause(HttpContext http, string id) =>
        Order(http, id, "pause", ActReader.CallsOf, (grain, act, calls) => grain.Pause(act, calls), ActReader.Calls);

    private Task<Results<Accepted<ActionJson>, ApiProblem>> Resume(HttpContext http, string id) =>
        Order(http, id, "resume", (_, _) => true, (grain, act, _) => grain.Resume(act));

    /// <summary>An act on an action.</summary>
    /// <param name="http">The request.</param>
    /// <param name="id">The action's id, as in the address.</param>
    /// <param name="name">The act's name in the address.</param>
    /// <param name="terms">Reads what the act takes beside a reason.</param>
    /// <param name="order">Orders it.</param>
    /// <param name="members">The members that its body may have beside a reason.</param>
    private async Task<Results<Accepted<ActionJson>, ApiProblem>> Order<T>(
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
        var actionId = ReadId(id, problems);
        var key = actionId is null ? null : IdempotencyKey.Read(http.Request, problems);
        var reading = key is null ? null : await ActReader.Read(http.Request, problems, members);
        var said = reading is null ? default : terms(reading, problems);
        if (problems.First is { } wrong)
        {
            return wrong;
        }

        var path = $"/v1/actions/{actionId:D}";
        var fingerprint = Fingerprint.Of("POST", $"{path}/{name}", ("body", reading!.Body));
        var reply = await order(Grain(actionId!.Value), new Act(actor, key!, fingerprint, reading.Reason), said!);
        return Tell(http, name, actionId.Value, actor, reply) is { } problem
            ? problem
            : TypedResults.Accepted($"{http.Request.PathBase}{path}", ActionJson.Of(reply.Action!));
    }

    private async Task<Results<Ok<ActionListJson>, ApiProblem>> List(HttpContext http, string? limit, string? after)
    {
        var problems = new ProblemSink();
        if (Paging.Read(limit, after, MaxActions, problems) is not { } paging)
        {
            return problems.First!;
        }

        try
        {
            var page = await grains
                .GetGrain<IControlRoomGrain>(AccessFilter.ActorOf(http).ControlRoom)
                .ListActions(paging.After, paging.Limit);
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

    private ApiProblem? Tell(HttpContext http, string act, Guid id, Actor actor, ActionReply reply)
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
