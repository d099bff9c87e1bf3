using System.Globalization;
using Burgernet.Actions;
using Burgernet.Speech;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>Speaks nothing. What it does wrong, the text says: <c>refuse:Code</c> refuses, <c>seconds:N</c> is that long; otherwise the sound is the request in letters.</summary>
internal sealed class FakeSpeechGrain : Grain, ISpeechGrain
{
    public Task<SpeechReply> Speak(SpeechRequest request)
    {
        if (request.Text.StartsWith("refuse:", StringComparison.Ordinal))
        {
            return Task.FromResult(new SpeechReply(null, new SpeechProblem(Enum.Parse<SpeechProblemCode>(request.Text[7..]), 4, "[")));
        }

        var seconds = request.Text.StartsWith("seconds:", StringComparison.Ordinal)
            ? int.Parse(request.Text[8..], CultureInfo.InvariantCulture)
            : 8;
        var sound = System.Text.Encoding.UTF8.GetBytes(request.ToString());
        return Task.FromResult(new SpeechReply(new SpokenMessage(request.Language, sound, seconds * 1_000, request.Text, request.Text)));
    }
}
