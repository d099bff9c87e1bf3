using Burgernet.Api.Access;
using Burgernet.Api.Actions;
using Burgernet.Api.Json;
using Burgernet.Api.Messages;
using Burgernet.Api.Problems;
using Burgernet.Sms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burgernet.Api.Sms;

/// <summary>What texts cost as SMS, to be asked while they are written. Changes nothing, so it takes no idempotency key.</summary>
internal sealed class SmsTextApi(IGrainFactory grains)
{
    private const int MaxBytes = 16_384;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGroup("/sms")
            .WithTags("Messages")
            .MapPost("/preview", (HttpContext http, SmsTextApi api) => api.Preview(http))
            .WithName("PreviewSms")
            .RequireRole(Role.Dispatcher)
            .WithSummary(
                "How many SMS a text takes, which characters make it more, and how it could be written to take fewer. Nothing is sent, kept or changed."
            )
            .Refuses(413, 415);

    private async Task<Results<Ok<SmsMeasureJson>, ApiProblem>> Preview(HttpContext http)
    {
        var problems = new ProblemSink();
        if (
            await JsonBody.Read(http.Request, MaxBytes, problems) is not { } body
            || JsonFields.Parse(body, "body", problems, MessageReader.Text, "kind") is not { } fields
        )
        {
            return problems.First!;
        }

        var text = fields.RequiredText(MessageReader.Text, SmsReader.MaxText, lines: true);
        var kind = fields.Has("kind") ? DraftReader.Kind(fields, problems) : null;
        return problems.First is { } problem
            ? problem
            : TypedResults.Ok(SmsMeasureJson.Of(await grains.GetGrain<ISmsTextsGrain>(0).Measure(new SmsTextRequest(text!, kind))));
    }
}
