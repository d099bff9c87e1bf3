using Burgernet.Participants;

namespace Burgernet.Grains.Actions;

/// <summary>What the SMS of an action are expected to come to. Pure; the model stands in docs/actions.md.</summary>
/// <param name="texts">What the message says, a language each.</param>
/// <param name="segmentsPerSecond">What the SMS centres take together.</param>
internal sealed class ExpectedTexts(IReadOnlyList<TextData> texts, int segmentsPerSecond)
{
    /// <summary>SMS that so many texts take.</summary>
    /// <param name="people">By language.</param>
    /// <param name="share">What part of them gets one.</param>
    public double Segments(IReadOnlyDictionary<Language, int> people, double share = 1) =>
        people.Sum(language => language.Value * share * (MessageTexts.In(texts, language.Key)?.Segments ?? 0));

    /// <summary>SMS that so many texts take, whatever their language.</summary>
    public double Segments(int people) => people * (texts.Count == 0 ? 0 : texts.Average(text => text.Segments));

    /// <summary>How long until so many SMS are submitted, when all of the SMS centres is theirs.</summary>
    public TimeSpan Duration(double segments) =>
        segmentsPerSecond <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(segments / segmentsPerSecond);
}
