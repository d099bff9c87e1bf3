using Burgernet.Api.Access;
using Burgernet.Api.Actions;
using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Burgernet.Sms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Burgernet.Api.Sms;

/// <summary>Text messages that fit no action: what people write who are not known, or were contacted by none. Numbers are masked until a message is made a tip.</summary>
internal sealed class InboundSmsApi(IGrainFactory grains, ILogger<InboundSmsApi> logger)
{
    /// <summary>The most on a page.</summary>
    public const int MaxMessages = 200;

    private const int MaxBytes = 4_096;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var inbound = routes.MapGroup("/inbound").WithTags("Inbound").RequireRole(Role.Dispatcher);
        inbound
            .MapGet("/", (HttpContext http, InboundSmsApi api, string? limit, string? after) => api.List(http, limit, after))
            .WithName("ListInbound")
            .WithSummary("Text messages that fit no action: who asked for help first, and then the newest first.");
        inbound
            .MapPost("/{id}/assign", (HttpContext http, InboundSmsApi api, string id) => api.Assign(http, id))
            .WithName("AssignInbound")
            .WithSummary("Makes one a tip of an action of the control room. Asked again, nothing more happens.")
            .Refuses(404, 409, 413, 415, 422);
    }

    private async Task<Results<Ok<InboundSmsListJson>, ApiProblem>> List(HttpContext http, string? limit, string? after)
    {
        var problems = new ProblemSink();
        if (Paging.Read(limit, after, MaxMessages, problems) is not { } paging)
        {
            return problems.First!;
        }

        try
        {
            var page = await grains.GetGrain<ISmsInboxGrain>(0).Read(AccessFilter.ActorOf(http).ControlRoom, paging.After, paging.Limit);
            return TypedResults.Ok(
                new InboundSmsListJson { Messages = [.. page.Messages.Select(InboundSmsJson.Of)], Next = paging.LinkNext(http, page.Next) }
            );
        }
        catch (FormatException) when (paging.After is not null)
        {
            return new ApiProblem(RequestReasons.InvalidCursor, "after");
        }
    }

    private async Task<Results<Created<TipReceiptJson>, ApiProblem>> Assign(HttpContext http, string id)
    {
        var problems = new ProblemSink();
        if (
            await JsonBody.Read(http.Request, MaxBytes, problems) is not { } body
            || JsonFields.Parse(body, "body", problems, "actionId") is not { } fields
            || fields.RequiredText("actionId", 36, lines: false) is not { } text
        )
        {
            return problems.First!;
        }

        if (!Guid.TryParseExact(text, "D", out var actionId))
        {
            return new ApiProblem(ActionReasons.UnknownAction, "actionId");
        }

        if (!Guid.TryParseExact(id, "D", out var message))
        {
            return new ApiProblem(SmsReasons.UnknownMessage, "id");
        }

        var actor = AccessFilter.ActorOf(http);
        var reply = await grains.GetGrain<ISmsInboxGrain>(0).Assign(actor, message, actionId);
        var outcome = reply.Receipt is not null
            ? (reply.Repeated ? "repeated" : "accepted")
            : reply.Problem?.Code.ToString() ?? (reply.OtherKind ? "other-kind" : "unknown-message");
        ApiLog.Acted(logger, "assign", actionId, actor.ControlRoom, actor.Dispatcher, outcome);
        return reply switch
        {
            { Receipt: { } receipt } => TypedResults.Created(
                $"{http.Request.PathBase}/v1/actions/{actionId:D}/tips",
                TipReceiptJson.Of(receipt)
            ),
            { Problem: { } problem } => ActionReplies.ToProblem(problem),
            { OtherKind: true } => new ApiProblem(SmsReasons.OtherKind, "actionId"),
            _ => new ApiProblem(SmsReasons.UnknownMessage, "id"),
        };
    }
}
