using Burgernet.Api.Access;
using Burgernet.Api.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burgernet.Api.Practice;

/// <summary>What a practice node shows of the mail and text messages that it kept. Where anything is live there is nothing at these addresses.</summary>
internal sealed class PracticeApi(IPracticeInbox inbox, IPracticeMode mode)
{
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
    }

    private Results<Ok<PracticeMailListJson>, ApiProblem> Mail() =>
        mode.EveryCarrierIsPractice && inbox.Mail is { } mails
            ? TypedResults.Ok(new PracticeMailListJson(Practice: true, mails))
            : Nothing();

    private Results<Ok<PracticeSmsListJson>, ApiProblem> Sms() =>
        mode.EveryCarrierIsPractice && inbox.Sms is { } messages
            ? TypedResults.Ok(new PracticeSmsListJson(Practice: true, messages))
            : Nothing();

    private static ApiProblem Nothing() => new(RequestReasons.UnknownRoute, "path");
}
