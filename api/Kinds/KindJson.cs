using Burgernet.Actions;
using Burgernet.Kinds;
using Burgernet.Participants;

namespace Burgernet.Api.Kinds;

/// <summary>A kind of action and what holds for it.</summary>
public sealed record KindJson
{
    /// <summary>The kind.</summary>
    public required ActionKind Kind { get; init; }

    /// <summary>Its name in Dutch.</summary>
    public required string NameDutch { get; init; }

    /// <summary>Its name in English.</summary>
    public required string NameEnglish { get; init; }

    /// <summary>How much it presses: urgent actions get the lines first.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>When nobody is called, by the Dutch wall clock: 22:00-08:00; absent where there are no such hours.</summary>
    public string? QuietHours { get; init; }

    /// <summary>Whether a dispatcher may call in quiet hours, with a reason.</summary>
    public required bool QuietHoursMayBeOverridden { get; init; }

    /// <summary>Seconds after each try that reached nobody until the next may leave; as many further tries as there are.</summary>
    public required IReadOnlyList<double> RetryAfterSeconds { get; init; }

    /// <summary>Minutes after the start until the last attempt may leave; absent where there is no such limit.</summary>
    public double? DeadlineMinutes { get; init; }

    /// <summary>The largest area, in square kilometres.</summary>
    public required double LargestAreaSquareKilometres { get; init; }

    /// <summary>Calling more people than this takes a confirmation.</summary>
    public required int ConfirmAbove { get; init; }

    /// <summary>Euro for each call that is answered.</summary>
    public required decimal EuroPerAnswer { get; init; }

    /// <summary>Euro for each minute of it.</summary>
    public required decimal EuroPerMinute { get; init; }

    /// <summary>Euro for each SMS.</summary>
    public required decimal EuroPerSms { get; init; }

    /// <summary>By what actions of the kind reach people; an action that names none takes all of them.</summary>
    public required IReadOnlyList<Medium> Media { get; init; }

    /// <summary>What is said before and after the description, by language; {number} stands for the call-back number.</summary>
    public required IReadOnlyDictionary<string, ScriptJson> Scripts { get; init; }

    /// <summary>SHA-256 over all of it: stands in the dossier of each action that was started under it.</summary>
    public required string Version { get; init; }

    internal static KindJson Of(KindPolicy policy) =>
        new()
        {
            Kind = policy.Kind,
            NameDutch = KindTexts.Dutch(policy.Kind),
            NameEnglish = KindTexts.English(policy.Kind),
            Urgency = policy.Urgency,
            QuietHours = policy.QuietHours?.ToString(),
            QuietHoursMayBeOverridden = policy.QuietHours is not null && policy.QuietHoursMayBeOverridden,
            RetryAfterSeconds = [.. policy.RetryAfter.Select(after => after.TotalSeconds)],
            DeadlineMinutes = policy.Deadline?.TotalMinutes,
            LargestAreaSquareKilometres = policy.LargestAreaSquareKilometres,
            ConfirmAbove = policy.ConfirmAbove,
            EuroPerAnswer = policy.Tariff.PerAnswer,
            EuroPerMinute = policy.Tariff.PerMinute,
            EuroPerSms = policy.Tariff.PerSms,
            Media = policy.Media,
            Scripts = policy.Scripts.ToDictionary(
                script => script.Language == Language.English ? "en" : "nl",
                script => new ScriptJson(script.Opening, script.Closing),
                StringComparer.Ordinal
            ),
            Version = policy.Version,
        };
}
