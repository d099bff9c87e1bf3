using Burgernet.Participants;

namespace Burgernet.Sms;

/// <summary>An SMS that the practice SMS centre took for a practice phone, put together from its segments.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.kept-sms")]
public sealed record KeptSms
{
    /// <summary>When the centre had all of it.</summary>
    [Id(0)]
    public required DateTimeOffset At { get; init; }

    /// <summary>Who it is from, as the phone shows it: a name, a short number, or E.164.</summary>
    [Id(1)]
    public required string From { get; init; }

    /// <summary>The phone's number, E.164.</summary>
    [Id(2)]
    public required PersonalText To { get; init; }

    /// <summary>What it says; an ellipsis stands for a segment that never came.</summary>
    [Id(3)]
    public required PersonalText Text { get; init; }

    /// <summary>Segments that came.</summary>
    [Id(4)]
    public required int Segments { get; init; }

    /// <summary>Where it is.</summary>
    [Id(5)]
    public required KeptSmsState State { get; init; }
}
