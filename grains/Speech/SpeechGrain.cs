using Burgernet.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Kinds;
using Burgernet.Kinds;
using Burgernet.Speech;
using Orleans.Concurrency;

namespace Burgernet.Grains.Speech;

/// <summary>Key: 0. Holds nothing; any number may speak at once, and everything interleaves.</summary>
[GrainType("speech")]
[StatelessWorker]
[Reentrant]
internal sealed class SpeechGrain(ISpeech speech, KindCatalogue kinds, CarrierList carriers) : Grain, ISpeechGrain
{
    public async Task<SpeechReply> Speak(SpeechRequest request)
    {
        var text = SpokenText.Read(request.Text, request.Language);
        if (text.Position > 0)
        {
            return Refused(new SpeechProblem(SpeechProblemCode.CharacterUnspeakable, text.Position, text.Refused));
        }

        if (text.Words.Length == 0)
        {
            return Refused(new SpeechProblem(SpeechProblemCode.NothingToSay));
        }

        var script = request.Kind is { } kind ? kinds.Of(kind).Scripts.First(script => script.Language == request.Language) : null;
        var closing = request.Closing ? script?.Closing ?? "" : "";
        if (closing.Contains(KindScript.Number, StringComparison.Ordinal))
        {
            var (number, unknown) = CallBackNumber(request);
            if (unknown is { } reason)
            {
                return Refused(new SpeechProblem(reason));
            }

            closing = closing.Replace(KindScript.Number, number, StringComparison.Ordinal);
        }

        var said = SpokenMessageText.Of(request.Opening ? script?.Opening ?? "" : "", text.Words, closing, request.Language);
        var outcome = await speech.Speak(said, request.Language);
        return outcome.Problem is { } problem
            ? Refused(new SpeechProblem(problem))
            : new SpeechReply(
                new SpokenMessage(request.Language, outcome.Wave, (int)Math.Round(outcome.Duration.TotalMilliseconds), request.Text, said)
            );
    }

    private static SpeechReply Refused(SpeechProblem problem) => new(null, problem);

    /// <summary>The number of the first carrier that the action will use.</summary>
    private (string? Number, SpeechProblemCode? Problem) CallBackNumber(SpeechRequest request)
    {
        var chosen = CarrierChoice.Of(carriers, request.ControlRoom, request.Practice);
        return chosen.Problem switch
        {
            ActionProblemCode.PracticeOrLive => (null, SpeechProblemCode.PracticeOrLive),
            not null => (null, SpeechProblemCode.NoCarrier),
            null => carriers.Find(chosen.Carrier)?.SpokenCallBackNumber is { } number
                ? (number, null)
                : (null, SpeechProblemCode.CallBackNumberUnknown),
        };
    }
}
