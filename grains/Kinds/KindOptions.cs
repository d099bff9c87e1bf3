using System.ComponentModel.DataAnnotations;
using Burgernet.Actions;
using Burgernet.Grains.Speech;
using Burgernet.Kinds;
using Burgernet.Participants;

namespace Burgernet.Grains.Kinds;

/// <summary>What an installation decides about kinds of action: bound to <c>Burgernet</c>, so that it reads <c>Burgernet:Kinds:{kind}:…</c>.</summary>
public sealed class KindOptions : IValidatableObject
{
    /// <summary>Section of the configuration that <see cref="Kinds"/> stands in.</summary>
    public const string Section = "Burgernet";

    /// <summary>The most characters of a sentence.</summary>
    public const int LongestSentence = 500;

    /// <summary>Settings by kind, in kebab case: <c>missing-child</c>. Default: none, so the defaults of <see cref="DefaultKinds"/>.</summary>
    public IDictionary<string, KindSettings> Kinds { get; } = new Dictionary<string, KindSettings>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Kinds.SelectMany(kind => Problems(kind.Key, kind.Value)).Select(reason => new ValidationResult(reason, [nameof(Kinds)]));

    private static IEnumerable<string> Problems(string name, KindSettings settings)
    {
        var where = $"{Section}:Kinds:{name}";
        if (KindNames.Find(name) is not { } kind)
        {
            yield return $"{where}: there is no such kind of action; known are {string.Join(", ", KindNames.All)}.";
            yield break;
        }

        if (settings.Urgency is not null && !KindNames.TryUrgency(settings.Urgency, out _))
        {
            yield return $"{where}:Urgency '{settings.Urgency}' must be urgent, normal or low.";
        }

        if (settings.QuietHours is not (null or KindSettings.None) && QuietHours.Parse(settings.QuietHours) is null)
        {
            yield return $"{where}:QuietHours '{settings.QuietHours}' must be two different times such as 22:00-08:00, or none.";
        }

        if (settings.RetryAfter is not null && KindTimes.Retries(settings.RetryAfter) is null)
        {
            yield return $"{where}:RetryAfter '{settings.RetryAfter}' must be none, or up to {KindTimes.MostRetries} times from 00:00:01 to 23:59:59 such as 00:01:00,00:03:00.";
        }

        if (settings.Deadline is not (null or KindSettings.None) && KindTimes.Deadline(settings.Deadline) is null)
        {
            yield return $"{where}:Deadline '{settings.Deadline}' must be none, or a time from 00:00:01 to 7 days such as 02:00:00.";
        }

        if (settings.LargestAreaSquareKilometres is { } largest && !(largest > 0 && double.IsFinite(largest)))
        {
            yield return $"{where}:LargestAreaSquareKilometres must be above 0.";
        }

        if (settings.ConfirmAbove < 0)
        {
            yield return $"{where}:ConfirmAbove must be 0 or more.";
        }

        if (settings.EuroPerAnswer < 0 || settings.EuroPerMinute < 0 || settings.EuroPerSms < 0)
        {
            yield return $"{where}: EuroPerAnswer, EuroPerMinute and EuroPerSms must be 0 or more.";
        }

        if (settings.Media is not null && MediaPolicy.Parse(settings.Media)?.All(MediaPolicy.Deliverable.Contains) != true)
        {
            yield return $"{where}:Media '{settings.Media}' must be one or several of voice, sms and email: voice,sms for instance.";
        }

        foreach (var (member, language, sentence) in Sentences(settings))
        {
            if (sentence is not null && (string.IsNullOrWhiteSpace(sentence) || sentence.Length > LongestSentence))
            {
                yield return $"{where}:{member} must have 1 to {LongestSentence} characters.";
            }
            else if (sentence is not null && Unspeakable(sentence, language) is { } refused)
            {
                yield return $"{where}:{member} has '{refused}', which cannot be spoken.";
            }
        }

        if (
            kind != ActionKind.Prevention
            && Closings(settings).Any(closing => !closing.Contains(KindScript.Number, StringComparison.Ordinal))
        )
        {
            yield return $"{where}: a closing sentence must say {KindScript.Number}, where the call-back number is spoken.";
        }
    }

    private static (string Member, Language Language, string? Sentence)[] Sentences(KindSettings settings) =>
        [
            (nameof(settings.OpeningDutch), Language.Dutch, settings.OpeningDutch),
            (nameof(settings.OpeningEnglish), Language.English, settings.OpeningEnglish),
            (nameof(settings.ClosingDutch), Language.Dutch, settings.ClosingDutch),
            (nameof(settings.ClosingEnglish), Language.English, settings.ClosingEnglish),
        ];

    private static string? Unspeakable(string sentence, Language language)
    {
        var reading = SpokenText.Read(sentence.Replace(KindScript.Number, "", StringComparison.Ordinal), language);
        return reading.Position > 0 ? reading.Refused : null;
    }

    private static IEnumerable<string> Closings(KindSettings settings) =>
        new[] { settings.ClosingDutch, settings.ClosingEnglish }.OfType<string>().Where(closing => !string.IsNullOrWhiteSpace(closing));
}
