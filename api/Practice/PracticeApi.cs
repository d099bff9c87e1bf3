using Burgernet.Api.Access;
using Burgernet.Api.Actions;
using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Burgernet.Participants;
using Burgernet.Sms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burgernet.Api.Practice;

/// <summary>What a practice installation shows of the mail and SMS that it kept, and what its phones send. Where anything is live there is nothing at these addresses.</summary>
internal sealed class PracticeApi(IPracticeInbox inbox, IPracticePhones phones, IPracticeMode mode, IGrainFactory grains)
{
    private const int MaxBytes = 65_536;
    private const int MaxPhone = 40;

    /// <summary>The most characters of a destination (SMPP 3.4 §4.6.1, destination_addr).</summary>
    private const int MaxDestination = 20;

    /// <summary>The most messages at once.</summary>
    private const int MaxMessages = 1_000;

    /// <summary>The most characters of an SMS: ten segments of GSM 03.38.</summary>
    private const int MaxText = 1_530;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var practice = routes.MapGroup("/practice").WithTags("Practice");
        practice
            .MapGet("/mail", (PracticeApi api, string? to = null) => api.Mail(to))
            .RequireRole(Role.Dispatcher, Role.RelationshipManager)
            .WithName("ReadPracticeMail")
            .WithSummary(
                "The last mails of a practice node, newest first: none was sent to anybody. With to, those to one address only. Not found where anything is live."
            )
            .Refuses(404);
        practice
            .MapGet("/sms", (PracticeApi api, string? limit) => api.Sms(limit))
            .RequireRole(Role.Dispatcher, Role.RelationshipManager)
            .WithName("ReadPracticeSms")
            .WithSummary(
                "What the practice phones got by SMS, newest first, over all nodes: actions, replies, codes; only what is delivered a participant would have read. Not found where anything is live."
            )
            .Refuses(404);
        practice
            .MapPost("/sms", (HttpContext http, PracticeApi api) => api.Send(http))
            .RequireRole(Role.Dispatcher, Role.RelationshipManager)
            .WithName("SendPracticeSms")
            .WithSummary(
                "Sends an SMS as a practice participant, by the practice SMS centre and over SMPP: it comes in as any does. Not found where anything is live."
            )
            .Refuses(404, 413, 415, 422);
    }

    private Results<Ok<PracticeMailListJson>, ApiProblem> Mail(string? to) =>
        mode.EveryCarrierIsPractice && inbox.Mail(to) is { } mails
            ? TypedResults.Ok(new PracticeMailListJson(Practice: true, mails))
            : Nothing();

    private async Task<Results<Ok<PracticeSmsListJson>, ApiProblem>> Sms(string? limit)
    {
        var problems = new ProblemSink();
        if (Paging.Read(limit, after: null, MaxMessages, problems) is not { } paging)
        {
            return problems.First!;
        }

        return mode.EveryCarrierIsPractice && await grains.GetGrain<IPracticeSmsGrain>(0).Read(paging.Limit) is { } kept
            ? TypedResults.Ok(new PracticeSmsListJson(Practice: true, [.. kept.Select(PracticeSmsJson.Of)]))
            : Nothing();
    }

    private async Task<Results<Accepted<PracticeSmsSentJson>, ApiProblem>> Send(HttpContext http)
    {
        if (!mode.EveryCarrierIsPractice)
        {
            return Nothing();
        }

        var problems = new ProblemSink();
        if (
            await JsonBody.Read(http.Request, MaxBytes, problems) is not { } body
            || JsonFields.Parse(body, "body", problems, "from", "to", "text") is not { } fields
        )
        {
            return problems.First!;
        }

        var from = fields.RequiredText("from", MaxPhone, lines: false);
        var text = fields.RequiredText("text", MaxText, lines: true);
        var to = fields.Has("to") ? fields.RequiredText("to", MaxDestination, lines: false) : null;
        if (problems.First is { } problem)
        {
            return problem;
        }

        var room = AccessFilter.ActorOf(http).ControlRoom;
        var outcome = await phones.Send(room, (PersonalText)from!, to, (PersonalText)text!, http.RequestAborted);
        return outcome switch
        {
            PracticeSmsOutcome.Sent => TypedResults.Accepted((string?)null, new PracticeSmsSentJson(Practice: true)),
            PracticeSmsOutcome.NotNow => new ApiProblem(SmsReasons.MessageNotTaken, Field: null)
            {
                RetryAfterSeconds = ActionReplies.RetryAfterSeconds,
            },
            PracticeSmsOutcome.TooLong => new ApiProblem(SmsReasons.TooManySegments, "text"),
            PracticeSmsOutcome.NotAPracticePhone => new ApiProblem(SmsReasons.NotAPracticePhone, "from"),
            _ => Nothing(),
        };
    }

    private static ApiProblem Nothing() => new(RequestReasons.UnknownRoute, "path");
}
