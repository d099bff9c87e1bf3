using Burgernet.Actions;
using Burgernet.Api.Access;
using Burgernet.Api.Idempotency;
using Burgernet.Api.Problems;
using Burgernet.Participants;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Api.Participants;

/// <summary>The register for relationship managers: register, read, change, confirm, suspend, resume, leave, erase.</summary>
/// <remarks>Erasing is a POST: what it leaves, that there was a participant, is still read at the same address, and it carries a key like every act.</remarks>
internal sealed class ParticipantsApi(
    IGrainFactory grains,
    RegistrationReader reader,
    IOptionsMonitor<ApiOptions> options,
    ILogger<ParticipantsApi> logger
)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var participants = routes
            .MapGroup("/participants")
            .WithTags("Participants")
            .RequireRole(Role.RelationshipManager)
            .WithinMunicipalities()
            .AddEndpointFilter<RouteGroupBuilder, MunicipalityFilter>();
        participants
            .MapPost("/", (HttpContext http, ParticipantsApi api) => api.Register(http))
            .WithName("RegisterParticipant")
            .WithSummary("Registers somebody: pending, or active where there is a signed card. Every reason against it is told at once.")
            .Refuses(409, 413, 415, 422);
        participants
            .MapGet("/{id:guid}", (HttpContext http, ParticipantsApi api, Guid id) => api.Get(http, id))
            .WithName("GetParticipant")
            .WithSummary("A participant with all data; its version is the ETag. Who reads whom is recorded.")
            .Refuses(404);
        participants
            .MapPut("/{id:guid}", (HttpContext http, ParticipantsApi api, Guid id) => api.Change(http, id))
            .WithName("ChangeParticipant")
            .WithSummary("Replaces what somebody told of themselves, all of it, if nobody else did meanwhile (If-Match).")
            .Refuses(404, 409, 412, 413, 415, 422, 428);
        Act(participants, "confirm", "Makes a pending participant active: there is a signed card.", Confirm);
        Act(participants, "suspend", "An active participant is not called until resumed.", (grain, operation) => grain.Suspend(operation));
        Act(participants, "resume", "A suspended participant takes part again.", (grain, operation) => grain.Resume(operation));
        Act(
            participants,
            "leave",
            "A participant leaves for good; the phone is free for another registration, the data stands until it is erased.",
            (grain, operation) => grain.Leave(operation)
        );
        Act(
            participants,
            "erase",
            "Destroys everything personal. What stays is that there was a participant with this id, and when.",
            (grain, operation) => grain.Erase(operation)
        );
    }

    private static Task<ParticipantReply> Confirm(IParticipantGrain grain, ParticipantOperation operation) =>
        grain.Confirm(operation, ConfirmationMethod.SignedCard);

    private static void Act(
        RouteGroupBuilder participants,
        string name,
        string summary,
        Func<IParticipantGrain, ParticipantOperation, Task<ParticipantReply>> act
    ) =>
        participants
            .MapPost($"/{{id:guid}}/{name}", (HttpContext http, ParticipantsApi api, Guid id) => api.Do(http, id, name, act))
            .WithName($"{char.ToUpperInvariant(name[0])}{name[1..]}Participant")
            .WithSummary(summary)
            .Refuses(404, 409, 422);

    private async Task<Results<Created<StandingJson>, ApiProblem>> Register(HttpContext http)
    {
        var problems = new ProblemSink();
        var key = IdempotencyKey.Read(http.Request, problems);
        var registration = key is null ? null : await reader.ReadRegistration(http.Request, problems);
        if (registration is null)
        {
            return problems.First!;
        }

        var id = ActionId.OfParticipant(AccessFilter.ActorOf(http).ControlRoom, key!);
        var reply = await Grain(id).Register(OperationOf(http, key!), registration);
        return Tell(http, "register", id, reply) is { } problem
            ? problem
            : TypedResults.Created($"{http.Request.PathBase}/v1/participants/{id:D}", new StandingJson(id, reply.Version, reply.Status));
    }

    private async Task<Results<Ok<ParticipantJson>, ApiProblem>> Get(HttpContext http, Guid id)
    {
        var participant = await Grain(id).Get();
        var actor = AccessFilter.ActorOf(http);
        ApiLog.ActedOnParticipant(logger, "read", id, actor.ControlRoom, actor.Dispatcher, participant is null ? "unknown" : "answered");
        if (participant is null)
        {
            return new ApiProblem(ParticipantReasons.UnknownParticipant, "id");
        }

        await grains
            .GetGrain<IRegisterGrain>(0)
            .Record(new RegisterAccess(actor.ControlRoom, actor.Dispatcher, RegisterAct.Read, ""), [id]);
        EntityTag.Write(http.Response, participant.Version);
        return TypedResults.Ok(ParticipantJson.Of(participant, options.CurrentValue.TargetGroups));
    }

    private async Task<Results<Ok<StandingJson>, ApiProblem>> Change(HttpContext http, Guid id)
    {
        var problems = new ProblemSink();
        var key = IdempotencyKey.Read(http.Request, problems);
        var profile =
            EntityTag.TryReadIfMatch(http.Request, problems, out var version) && key is not null
                ? await reader.ReadProfile(http.Request, problems)
                : null;
        if (profile is null)
        {
            return problems.First!;
        }

        return Answer(http, "change", id, await Grain(id).Change(OperationOf(http, key!), profile, version));
    }

    private async Task<Results<Ok<StandingJson>, ApiProblem>> Do(
        HttpContext http,
        Guid id,
        string name,
        Func<IParticipantGrain, ParticipantOperation, Task<ParticipantReply>> act
    )
    {
        var problems = new ProblemSink();
        return IdempotencyKey.Read(http.Request, problems) is { } key
            ? Answer(http, name, id, await act(Grain(id), OperationOf(http, key)))
            : problems.First!;
    }

    private Results<Ok<StandingJson>, ApiProblem> Answer(HttpContext http, string act, Guid id, ParticipantReply reply) =>
        Tell(http, act, id, reply) is { } problem ? problem : TypedResults.Ok(new StandingJson(id, reply.Version, reply.Status));

    private ApiProblem? Tell(HttpContext http, string act, Guid id, ParticipantReply reply)
    {
        var actor = AccessFilter.ActorOf(http);
        var outcome = reply switch
        {
            { Done: false } => reply.Refusals[0].Code.ToString(),
            { Repeated: true } => "repeated",
            _ => "accepted",
        };
        ApiLog.ActedOnParticipant(logger, act, id, actor.ControlRoom, actor.Dispatcher, outcome);
        if (!reply.Done)
        {
            return ParticipantReplies.ToProblem(reply.Refusals);
        }

        if (reply.Repeated)
        {
            http.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        }

        EntityTag.Write(http.Response, reply.Version);
        return null;
    }

    private static ParticipantOperation OperationOf(HttpContext http, string key)
    {
        Actor actor = AccessFilter.ActorOf(http);
        return new ParticipantOperation(
            ActionId.OfParticipantOperation(actor.ControlRoom, key),
            ChangeRole.Manager,
            $"{actor.ControlRoom}/{actor.Dispatcher}"
        );
    }

    private IParticipantGrain Grain(Guid id) => grains.GetGrain<IParticipantGrain>(id);
}
