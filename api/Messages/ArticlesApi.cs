using Burgernet.Actions;
using Burgernet.Api.Access;
using Burgernet.Api.Actions;
using Burgernet.Api.Idempotency;
using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burgernet.Api.Messages;

/// <summary>The article after an action: by mail to everyone who was contacted and asked for articles.</summary>
internal sealed class ArticlesApi(IGrainFactory grains, ActOrders orders)
{
    /// <summary>The most bytes of an article in both languages.</summary>
    public const int MaxBytes = 131_072;

    private const string Act = "article";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGroup("/actions/{id}")
            .WithTags("Messages")
            .MapPost("/article", (HttpContext http, ArticlesApi api, string id) => api.Add(http, id))
            .WithName("SendArticle")
            .RequireRole(Role.Dispatcher)
            .WithSummary("Sends the article about a closed action by mail: to everyone who was contacted and asked for articles.")
            .Refuses(404, 409, 413, 415, 422, 429)
            .AddEndpointFilter<ActRateFilter>();

    private async Task<Results<Accepted<ActionJson>, ApiProblem>> Add(HttpContext http, string id)
    {
        var problems = new ProblemSink();
        var actor = AccessFilter.ActorOf(http);
        var actionId = ActionsApi.ReadId(id, problems);
        var key = actionId is null ? null : IdempotencyKey.Read(http.Request, problems);
        if (
            key is null
            || await JsonBody.Read(http.Request, MaxBytes, problems) is not { } body
            || JsonFields.Parse(body, "body", problems, MessagesApi.Reason, MailReader.Mail) is not { } fields
        )
        {
            return problems.First!;
        }

        _ = fields.Required(MailReader.Mail);
        var mails = MailReader.Read(fields, problems);
        var reason = fields.Has(MessagesApi.Reason) ? fields.RequiredText(MessagesApi.Reason, ActReader.MaxReason, lines: true) : null;
        if (problems.First is { } wrong)
        {
            return wrong;
        }

        var path = $"/v1/actions/{actionId:D}";
        var fingerprint = Fingerprint.Of(http.Request.Method, $"{path}/{Act}", ("body", body));
        var reply = await grains
            .GetGrain<IActionGrain>(actionId!.Value)
            .AddMessage(new Act(actor, key, fingerprint, reason), MessageKind.Article, [], new TextTerms([], Mails: mails));
        return orders.Tell(http, Act, actionId.Value, actor, reply) is { } problem
            ? problem
            : TypedResults.Accepted($"{http.Request.PathBase}{path}", ActionJson.Of(reply.Action!));
    }
}
