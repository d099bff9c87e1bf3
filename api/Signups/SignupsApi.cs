using Burgernet.Api.Idempotency;
using Burgernet.Api.Json;
using Burgernet.Api.Participants;
using Burgernet.Api.Problems;
using Burgernet.Participants;
using Burgernet.Signups;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burgernet.Api.Signups;

/// <summary>What people do by themselves, without a login: sign up, confirm, leave. No answer tells who takes part.</summary>
internal sealed class SignupsApi(IGrainFactory grains, SignupReader reader)
{
    private const int MaxBytes = 4_096;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var signups = routes.MapGroup("/signups").WithTags("Sign-ups").AddEndpointFilter<RouteGroupBuilder, SignupRateFilter>();
        signups
            .MapPost("/", (HttpContext http, SignupsApi api) => api.SignUp(http))
            .WithName("SignUp")
            .WithSummary(
                "Somebody signs up: asked to confirm by mail or SMS. The answer is the same whether or not one of the phones takes part already."
            )
            .Refuses(413, 415, 422, 429);
        signups
            .MapPost("/confirm", (HttpContext http, SignupsApi api) => api.Confirm(http))
            .WithName("ConfirmSignUp")
            .WithSummary("Confirms by the token of a mail, or by the code of a text message with the phone that it came to.")
            .Refuses(413, 415, 422, 429);
        signups
            .MapPost("/leave", (HttpContext http, SignupsApi api) => api.Leave(http))
            .WithName("LeaveByToken")
            .WithSummary("Leaves by the token of a mail. A sign-up that was never confirmed is erased.")
            .Refuses(413, 415, 422, 429);
    }

    private async Task<Results<Accepted<SignupJson>, ApiProblem>> SignUp(HttpContext http)
    {
        var problems = new ProblemSink();
        var key = IdempotencyKey.Read(http.Request, problems);
        var registration = key is null ? null : await reader.Read(http.Request, problems);
        if (registration is null)
        {
            return problems.First!;
        }

        var refusals = await Grain.SignUp(ActionId.OfSignup(key!), ActionId.OfSignupOperation(key!), registration);
        return refusals.Count > 0
            ? ParticipantReplies.ToProblem(refusals)
            : TypedResults.Accepted((string?)null, new SignupJson(registration.AskBy == ConfirmationMethod.SmsCode ? "sms" : "email"));
    }

    private async Task<Results<NoContent, ApiProblem>> Confirm(HttpContext http)
    {
        var problems = new ProblemSink();
        var body = await JsonBody.Read(http.Request, MaxBytes, problems);
        var fields = body is null ? null : JsonFields.ParseWithPointers(body.Value, problems, "token", "phone", "code");
        var (token, phone, code) = (fields?.Text("token"), fields?.Text("phone"), fields?.Text("code"));
        if (problems.First is { } wrong)
        {
            return wrong;
        }

        return (token, phone, code) switch
        {
            ({ } mailed, null, null) => Answer(await Grain.Confirm(new PersonalText(mailed)), SignupReasons.TokenUnknown, "/token"),
            (null, { } to, { } sent) => Answer(
                await Grain.ConfirmByCode(new PersonalText(to), new PersonalText(sent)),
                SignupReasons.CodeUnknown,
                "/code"
            ),
            _ => new ApiProblem(SignupReasons.TokenOrCode, ""),
        };
    }

    private async Task<Results<NoContent, ApiProblem>> Leave(HttpContext http)
    {
        var problems = new ProblemSink();
        var body = await JsonBody.Read(http.Request, MaxBytes, problems);
        var token = body is null
            ? null
            : JsonFields.ParseWithPointers(body.Value, problems, "token")?.RequiredText("token", 200, lines: false);
        return token is null ? problems.First! : Answer(await Grain.Leave(new PersonalText(token)), SignupReasons.TokenUnknown, "/token");
    }

    private static Results<NoContent, ApiProblem> Answer(TokenOutcome outcome, ProblemReason otherwise, string field) =>
        outcome == TokenOutcome.Done ? TypedResults.NoContent() : new ApiProblem(otherwise, field);

    private ISignupsGrain Grain => grains.GetGrain<ISignupsGrain>(0);
}
