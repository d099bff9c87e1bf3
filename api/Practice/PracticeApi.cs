using Burgernet.Api.Access;
using Burgernet.Api.Actions;
using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Burgernet.Participants;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burgernet.Api.Practice;

/// <summary>What a practice node shows of the mail and text messages that it kept, and what its phones send. Where anything is live there is nothing at these addresses.</summary>
internal sealed class PracticeApi(IPracticeInbox inbox, IPracticePhones phones, IPracticeMode mode)
{
    private const int MaxBytes = 65_536;
    private const int MaxPhone = 40;

    /// <summary>The most characters of a text message: ten segments of GSM 03.38.</summary>
    private const int MaxText = 1_530;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var practice = routes.MapGroup("/practice").WithTags("Practice").RequireRole(Role.RelationshipManager);
        practice
            .MapGet("/mail", (PracticeApi api) => api.Mail())
            .WithName("ReadPracticeMail")
            .WithSummary("The last mails of a practice node, newest first: none was sent to anybody. Not found where anything is live.")
            .Refuses(404);
        practice
            .MapGet("/sms", (PracticeApi api) => api.Sms())
            .WithName("ReadPracticeSms")
            .WithSummary("The last text messages of a practice node, newest first. Not found where anything is live.")
            .Refuses(404);
        practice
            .MapPost("/sms", (HttpContext http, PracticeApi api) => api.Send(http))
            .WithName("SendPracticeSms")
            .WithSummary(
                "Sends a text message as the phone of a practice participant; it goes the way of one from an SMS centre. Not found where anything is live."
            )
            .Refuses(404, 413, 415, 422);
    }

    private Results<Ok<PracticeMailListJson>, ApiProblem> Mail() =>
        mode.EveryCarrierIsPractice && inbox.Mail is { } mails
            ? TypedResults.Ok(new PracticeMailListJson(Practice: true, mails))
            : Nothing();

    private Results<Ok<PracticeSmsListJson>, ApiProblem> Sms() =>
        mode.EveryCarrierIsPractice && inbox.Sms is { } messages
            ? TypedResults.Ok(new PracticeSmsListJson(Practice: true, messages))
            : Nothing();

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
        var to = fields.Has("to") ? fields.RequiredText("to", MaxPhone, lines: false) : null;
        if (problems.First is { } problem)
        {
            return problem;
        }

        var room = AccessFilter.ActorOf(http).ControlRoom;
        var outcome = await phones.Send(room, (PersonalText)from!, to, (PersonalText)text!, http.RequestAborted);
        return outcome switch
        {
            PracticeSmsOutcome.Sent or PracticeSmsOutcome.Repeated => TypedResults.Accepted(
                (string?)null,
                new PracticeSmsSentJson(Practice: true, outcome == PracticeSmsOutcome.Repeated)
            ),
            PracticeSmsOutcome.NotNow => new ApiProblem(SmsReasons.MessageNotTaken, Field: null)
            {
                RetryAfterSeconds = ActionReplies.RetryAfterSeconds,
            },
            PracticeSmsOutcome.NotAPracticePhone => new ApiProblem(SmsReasons.NotAPracticePhone, "from"),
            _ => Nothing(),
        };
    }

    private static ApiProblem Nothing() => new(RequestReasons.UnknownRoute, "path");
}
