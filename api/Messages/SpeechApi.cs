using Burgernet.Api.Access;
using Burgernet.Api.Actions;
using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Burgernet.Speech;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Burgernet.Api.Messages;

/// <summary>Texts as sound, to be listened to before an action is drafted. Changes nothing, so it takes no idempotency key.</summary>
internal sealed class SpeechApi(IGrainFactory grains, IOptionsMonitor<ApiOptions> options)
{
    /// <summary>What comes back.</summary>
    public const string MediaType = "audio/wav";

    private const int MaxBytes = 16_384;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGroup("/speech")
            .WithTags("Messages")
            .MapPost("/", (HttpContext http, SpeechApi api) => api.Speak(http))
            .WithName("SpeakText")
            .RequireRole(Role.Dispatcher)
            .WithSummary("A text as it will be spoken, as a WAV file: 8 kHz, one channel, PCM of 16 bits.")
            .Produces<byte[]>(StatusCodes.Status200OK, MediaType)
            .Refuses(413, 415, 422);

    private async Task<Results<FileContentHttpResult, ApiProblem>> Speak(HttpContext http)
    {
        var problems = new ProblemSink();
        var body = await JsonBody.Read(http.Request, MaxBytes, problems);
        var request = body is null ? null : Read(body.Value, AccessFilter.ActorOf(http).ControlRoom, problems);
        if (request is null)
        {
            return problems.First!;
        }

        var reply = await grains.GetGrain<ISpeechGrain>(0).Speak(request);
        if (reply.Problem is { } problem)
        {
            return SpeechReplies.ToProblem(problem, MessageReader.Text);
        }

        var longest = options.CurrentValue.MaxMessage;
        if (reply.Message!.DurationMilliseconds > longest.TotalMilliseconds)
        {
            var seconds = Math.Ceiling(reply.Message.DurationMilliseconds / 1000.0);
            return new ApiProblem(ActionReasons.MessageTooLong, MessageReader.Text, seconds, longest.TotalSeconds);
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.File(reply.Message.Wave, MediaType);
    }

    private static SpeechRequest? Read(ReadOnlyMemory<byte> body, string controlRoom, ProblemSink problems)
    {
        var fields = JsonFields.Parse(
            body,
            "body",
            problems,
            MessageReader.Text,
            "language",
            "kind",
            MessageReader.Opening,
            MessageReader.Closing,
            "practice"
        );
        if (fields is null)
        {
            return null;
        }

        var text = fields.RequiredText(MessageReader.Text, MessageReader.MaxText, lines: true);
        var language = LanguageReader.Read(fields, "language", problems);
        var kind = fields.Has("kind") ? DraftReader.Kind(fields, problems) : null;
        var opening = !fields.Has(MessageReader.Opening) || fields.Flag(MessageReader.Opening);
        var closing = !fields.Has(MessageReader.Closing) || fields.Flag(MessageReader.Closing);
        var practice = fields.Has("practice") ? fields.Flag("practice") : (bool?)null;
        return problems.First is not null
            ? null
            : new SpeechRequest
            {
                Text = text!,
                Language = language,
                Kind = kind,
                Opening = opening,
                Closing = closing,
                ControlRoom = controlRoom,
                Practice = practice,
            };
    }
}
