using Burgernet.Actions;
using Burgernet.Api.Access;
using Burgernet.Api.Idempotency;
using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Burgernet.Participants;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Burgernet.Api.Actions;

/// <summary>Tips: what people tell the control room about an action. Words and numbers never stand in an address or a log.</summary>
internal sealed class TipsApi(IGrainFactory grains, ILogger<TipsApi> logger)
{
    /// <summary>The most characters of a tip.</summary>
    public const int MaxText = 4_000;

    /// <summary>The most characters of a number as it is typed.</summary>
    public const int MaxPhone = 40;

    /// <summary>The most bytes of a tip's body.</summary>
    public const int MaxBytes = 65_536;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var tips = routes.MapGroup("/actions/{id}/tips").WithTags("Tips");
        tips.MapPost("/", (HttpContext http, TipsApi api, string id) => api.Add(http, id))
            .WithName("AddTip")
            .RequireRole(Role.Dispatcher)
            .WithSummary("Records a tip in the dossier, sealed; the receipt says where it stands.")
            .Refuses(404, 409, 413, 415, 422);
        tips.MapGet("/", (HttpContext http, TipsApi api, string id) => api.List(http, id))
            .WithName("ListTips")
            .RequireRole(Role.Dispatcher)
            .WithSummary("The tips of an action: the urgent ones first, and each part in order.")
            .Refuses(404);
    }

    private async Task<Results<Created<TipReceiptJson>, ApiProblem>> Add(HttpContext http, string id)
    {
        var problems = new ProblemSink();
        var actor = AccessFilter.ActorOf(http);
        var actionId = ActionsApi.ReadId(id, problems);
        var key = actionId is null ? null : IdempotencyKey.Read(http.Request, problems);
        var body = key is null ? null : await JsonBody.Read(http.Request, MaxBytes, problems);
        var tip = body is null ? null : Read(body.Value, problems);
        if (tip is null)
        {
            return problems.First!;
        }

        var path = $"/v1/actions/{actionId:D}/tips";
        var act = new Act(actor, key!, Fingerprint.Of("POST", path, ("body", body!.Value)));
        var reply = await grains.GetGrain<IActionGrain>(actionId!.Value).AddTip(act, tip);
        var outcome = reply.Problem?.Code.ToString() ?? (reply.Repeated ? "repeated" : "accepted");
        ApiLog.Acted(logger, "tip", actionId.Value, actor.ControlRoom, actor.Dispatcher, outcome);
        if (reply.Problem is not null)
        {
            return ActionReplies.ToProblem(reply.Problem);
        }

        if (reply.Repeated)
        {
            http.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        }

        return TypedResults.Created($"{http.Request.PathBase}{path}", TipReceiptJson.Of(reply.Receipt!));
    }

    private async Task<Results<Ok<TipListJson>, ApiProblem>> List(HttpContext http, string id)
    {
        var problems = new ProblemSink();
        if (ActionsApi.ReadId(id, problems) is not { } actionId)
        {
            return problems.First!;
        }

        var reply = await grains.GetGrain<IActionGrain>(actionId).ReadTips(AccessFilter.ActorOf(http).ControlRoom);
        return reply.Problem is null
            ? TypedResults.Ok(new TipListJson { Tips = [.. reply.Tips.Select(TipJson.Of)] })
            : ActionReplies.ToProblem(reply.Problem);
    }

    private static Tip? Read(ReadOnlyMemory<byte> body, ProblemSink problems)
    {
        var fields = JsonFields.Parse(body, "body", problems, "text", "phone");
        var text = fields?.RequiredText("text", MaxText, lines: true);
        var phone = fields?.Has("phone") == true ? fields.RequiredText("phone", MaxPhone, lines: false) : null;
        return problems.First is null ? new Tip((PersonalText)text!, phone is null ? null : (PersonalText)phone) : null;
    }
}
