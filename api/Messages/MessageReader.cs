using Burgernet.Actions;
using Burgernet.Api.Actions;
using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Burgernet.Participants;
using Burgernet.Sip.Media;
using Burgernet.Speech;

namespace Burgernet.Api.Messages;

/// <summary>Reads the spoken messages of a request, each language as a recording or as a text that is spoken here; whatever is wrong with one is said once, for every request that has messages.</summary>
/// <remarks>Recordings are the parts <c>message-nl</c> and <c>message-en</c>; texts stand in the member <see cref="Text"/> of the request's JSON.</remarks>
internal sealed class MessageReader(IMessageChecker checker, IGrainFactory grains)
{
    /// <summary>The member with the texts: <c>{"nl":"…","en":"…","opening":true,"closing":true}</c>.</summary>
    public const string Text = "text";

    /// <summary>Whether the kind's first sentence stands before the texts; true unless said.</summary>
    public const string Opening = "opening";

    /// <summary>Whether the kind's last sentences stand behind the texts; true unless said.</summary>
    public const string Closing = "closing";

    /// <summary>The most characters of a text: about a minute.</summary>
    public const int MaxText = 1_000;

    private static readonly (string Part, string Member, Language Language)[] Languages =
    [
        (DraftUpload.DutchMessage, "nl", Language.Dutch),
        (DraftUpload.EnglishMessage, "en", Language.English),
    ];

    /// <summary>Reads them, Dutch first.</summary>
    /// <param name="upload">The request's parts.</param>
    /// <param name="fields">Its JSON; null where it has none.</param>
    /// <param name="context">What they are for; null where that could not be read, and then no text is spoken.</param>
    /// <param name="limits">How long a message may be.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="required">Whether there must be one.</param>
    public async Task<IReadOnlyList<SpokenMessage>> Read(
        DraftUpload upload,
        JsonFields? fields,
        MessageContext? context,
        ApiOptions limits,
        ProblemSink problems,
        bool required = true
    )
    {
        var texts = fields?.Has(Text) == true ? fields.RequiredObject(Text, "nl", "en", Opening, Closing) : null;
        var messages = new List<SpokenMessage>();
        var given = 0;
        foreach (var (part, member, language) in Languages)
        {
            var recorded = upload.Parts.TryGetValue(part, out var wave);
            var written = texts?.Has(member) == true;
            given += recorded || written ? 1 : 0;
            if (recorded && written)
            {
                problems.Add(SpeechReasons.MessageTwice, part);
            }

            var text = written ? texts!.RequiredText(member, MaxText, lines: true) : null;
            if (problems.First is not null)
            {
                continue;
            }

            var message =
                recorded ? Recorded(wave, part, language, problems)
                : text is not null && context is not null ? await Spoken(text, texts!, member, language, context, problems)
                : null;
            if (message is not null && message.DurationMilliseconds > limits.MaxMessage.TotalMilliseconds)
            {
                var seconds = Math.Ceiling(message.DurationMilliseconds / 1000.0);
                problems.Add(
                    ActionReasons.MessageTooLong,
                    recorded ? part : texts!.PathOf(member),
                    seconds,
                    limits.MaxMessage.TotalSeconds
                );
            }
            else if (message is not null)
            {
                messages.Add(message);
            }
        }

        if (given == 0 && required)
        {
            problems.Add(ActionReasons.NoMessage, DraftUpload.DutchMessage);
        }

        return messages;
    }

    private SpokenMessage? Recorded(ReadOnlyMemory<byte> wave, string part, Language language, ProblemSink problems)
    {
        var error = checker.Check(wave.Span, out var duration);
        if (error == WaveError.None)
        {
            return new SpokenMessage(language, wave.ToArray(), (int)Math.Round(duration.TotalMilliseconds));
        }

        problems.Add(ReasonOf(error), part);
        return null;
    }

    private async Task<SpokenMessage?> Spoken(
        string text,
        JsonFields texts,
        string member,
        Language language,
        MessageContext context,
        ProblemSink problems
    )
    {
        var request = new SpeechRequest
        {
            Text = text,
            Language = language,
            Kind = context.Kind,
            Opening = !texts.Has(Opening) || texts.Flag(Opening),
            Closing = !texts.Has(Closing) || texts.Flag(Closing),
            ControlRoom = context.ControlRoom,
            Practice = context.Practice,
        };
        if (problems.First is not null)
        {
            return null;
        }

        var reply = await grains.GetGrain<ISpeechGrain>(0).Speak(request);
        if (reply.Problem is { } problem)
        {
            problems.Add(SpeechReplies.ToProblem(problem, texts.PathOf(member)));
        }

        return reply.Message;
    }

    private static ProblemReason ReasonOf(WaveError error) =>
        error switch
        {
            WaveError.NotPcm => ActionReasons.NotPcm,
            WaveError.SampleRate => ActionReasons.SampleRate,
            WaveError.Channels => ActionReasons.Channels,
            WaveError.Empty => ActionReasons.NoSound,
            _ => ActionReasons.NotWave,
        };
}
