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
using Microsoft.Extensions.Options;

namespace Burgernet.Api.Messages;

/// <summary>Messages of an action after the call: updates, corrections and the outcome.</summary>
internal sealed class MessagesApi(IGrainFactory grains, MessageReader messages, IOptionsMonitor<ApiOptions> options, ActOrders orders)
{
    /// <summary>What a message is for: <c>update</c> or <c>correction</c>.</summary>
    public const string Kind = "kind";

    /// <summary>Why.</summary>
    public const string Reason = "reason";

    /// <summary>By what it goes, where that is not as the action says.</summary>
    public const string Media = "media";

    /// <summary>The kinds, as they are written.</summary>
    public static IReadOnlyDictionary<string, MessageKind> Kinds { get; } =
        new Dictionary<string, MessageKind>(StringComparer.Ordinal)
        {
            ["update"] = MessageKind.Update,
            ["correction"] = MessageKind.Correction,
        };

    public static void Map(IEndpointRouteBuilder routes)
    {
        var action = routes.MapGroup("/actions/{id}").WithTags("Messages");
        action
            .MapPost("/messages", (HttpContext http, MessagesApi api, string id) => api.Add(http, id, "messages"))
            .WithName("AddMessage")
            .RequireRole(Role.Dispatcher)
            .WithSummary("Adds a message: an update for everyone selected, or a correction in the place of what was told so far.")
            .Refuses(404, 409, 413, 415, 422, 429)
            .AddEndpointFilter<ActRateFilter>();
        action
            .MapPost("/outcome", (HttpContext http, MessagesApi api, string id) => api.Add(http, id, "outcome"))
            .WithName("TellOutcome")
            .RequireRole(Role.Dispatcher)
            .WithSummary("Ends the calling and tells everyone who was contacted how it ended.")
            .Refuses(404, 409, 413, 415, 422, 429)
            .AddEndpointFilter<ActRateFilter>();
    }

    private async Task<Results<Accepted<ActionJson>, ApiProblem>> Add(HttpContext http, string id, string act)
    {
        var problems = new ProblemSink();
        var actor = AccessFilter.ActorOf(http);
        var limits = options.CurrentValue;
        var actionId = ActionsApi.ReadId(id, problems);
        var key = actionId is null ? null : IdempotencyKey.Read(http.Request, problems);
        var upload = key is null ? null : await DraftUploadReader.Read(http.Request, DraftUpload.Message, limits.MaxBodyBytes, problems);
        if (upload is null)
        {
            return problems.First!;
        }

        // What a text is spoken with depends on the action.
        var grain = grains.GetGrain<IActionGrain>(actionId!.Value);
        var found = await grain.Get(actor.ControlRoom);
        if (found.Action is not { } action)
        {
            return ActionReplies.ToProblem(found.Problem!);
        }

        var isOutcome = act == "outcome";
        var fields = Fields(upload, isOutcome, problems);
        var kind = isOutcome ? MessageKind.Outcome : KindOf(fields, problems);
        var reason = fields?.Has(Reason) == true ? fields.RequiredText(Reason, ActReader.MaxReason, lines: true) : null;
        var context = new MessageContext(action.Kind, actor.ControlRoom, action.Practice);
        var terms = fields is null ? new TextTerms([]) : TermsOf(fields, problems);
        var sound = SmsReader.NeedsSound(terms.Media ?? action.Media);
        var spoken = problems.First is null ? await messages.Read(upload, fields, context, limits, problems, sound) : [];
        if (problems.First is { } wrong)
        {
            return wrong;
        }

        var path = $"/v1/actions/{actionId:D}";
        var fingerprint = Fingerprint.Of("POST", $"{path}/{act}", upload.Parts.Select(part => (part.Key, part.Value)));
        var reply = await grain.AddMessage(new Act(actor, key!, fingerprint, reason), kind, [.. spoken], terms);
        return orders.Tell(http, act, actionId.Value, actor, reply) is { } problem
            ? problem
            : TypedResults.Accepted($"{http.Request.PathBase}{path}", ActionJson.Of(reply.Action!));
    }

    private static JsonFields? Fields(DraftUpload upload, bool isOutcome, ProblemSink problems)
    {
        if (!upload.Parts.TryGetValue(DraftUpload.Message, out var json))
        {
            if (!isOutcome)
            {
                problems.Add(RequestReasons.MissingField, DraftUpload.Message, DraftUpload.Message);
            }

            return null;
        }

        return isOutcome
            ? JsonFields.Parse(
                json,
                DraftUpload.Message,
                problems,
                Reason,
                MessageReader.Text,
                Media,
                SmsReader.Sms,
                SmsReader.SmsInstead,
                MailReader.Mail
            )
            : JsonFields.Parse(
                json,
                DraftUpload.Message,
                problems,
                Kind,
                Reason,
                MessageReader.Text,
                Media,
                SmsReader.Sms,
                SmsReader.SmsInstead,
                MailReader.Mail
            );
    }

    private static TextTerms TermsOf(JsonFields fields, ProblemSink problems) =>
        new(
            SmsReader.Read(fields, problems),
            DraftReader.Media(fields, problems),
            fields.Has(SmsReader.SmsInstead) ? fields.Flag(SmsReader.SmsInstead) : null,
            MailReader.Read(fields, problems)
        );

    private static MessageKind KindOf(JsonFields? fields, ProblemSink problems)
    {
        if (fields?.Required(Kind) is { } said)
        {
            if (JsonFields.TextOf(said) is { } text && Kinds.TryGetValue(text, out var kind))
            {
                return kind;
            }

            problems.Add(ActionReasons.UnknownMessageKind, Kind, string.Join(", ", Kinds.Keys));
        }

        return MessageKind.Update;
    }
}
