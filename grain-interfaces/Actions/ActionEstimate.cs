namespace Burgernet.Actions;

/// <summary>What an action will come to, or what is left of it; the model stands in docs/actions.md.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.action-estimate")]
public sealed record ActionEstimate
{
    /// <summary>When it was made.</summary>
    [Id(0)]
    public required DateTimeOffset At { get; init; }

    /// <summary>People that are called: in a draft who lies in the area now and may be reached now; afterwards who is selected.</summary>
    [Id(1)]
    public required int People { get; init; }

    /// <summary>Deliveries by voice that have no result yet.</summary>
    [Id(2)]
    public required int VoiceDeliveries { get; init; }

    /// <summary>How long until the last of them has its result.</summary>
    [Id(3)]
    public required TimeSpan Duration { get; init; }

    /// <summary>What they will cost, in euro.</summary>
    [Id(4)]
    public required decimal Cost { get; init; }

    /// <summary>Lines of the carrier.</summary>
    [Id(5)]
    public required int Lines { get; init; }

    /// <summary>New calls a second that the carrier takes.</summary>
    [Id(6)]
    public required int CallsPerSecond { get; init; }

    /// <summary>Deliveries of other actions that wait for the same lines.</summary>
    [Id(7)]
    public required int WaitingElsewhere { get; init; }

    /// <summary>Whether the pace is the one measured in this action, not the one that is expected.</summary>
    [Id(8)]
    public required bool Measured { get; init; }

    /// <summary>Starting with more people than this takes a confirmation.</summary>
    [Id(9)]
    public required int ConfirmAbove { get; init; }

    /// <summary>Until when quiet hours hold calls back, or null.</summary>
    [Id(10)]
    public DateTimeOffset? QuietUntil { get; init; }

    /// <summary>SMS deliveries that have no result yet; of calls that will reach nobody, those that are expected to be followed by one included.</summary>
    [Id(11)]
    public int SmsDeliveries { get; init; }

    /// <summary>SMS that they take: what is paid for.</summary>
    [Id(12)]
    public int Segments { get; init; }

    /// <summary>SMS a second that the SMS centres take together; 0 where none is used.</summary>
    [Id(13)]
    public int SegmentsPerSecond { get; init; }

    /// <summary>Mails that have no result yet.</summary>
    [Id(14)]
    public int MailDeliveries { get; init; }

    /// <summary>Mails a second that the mail relays take together; 0 where none is used.</summary>
    [Id(15)]
    public int MailsPerSecond { get; init; }
}
