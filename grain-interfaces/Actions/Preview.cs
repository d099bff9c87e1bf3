using Burgernet.Participants;

namespace Burgernet.Actions;

/// <summary>A preview as it stands.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.preview")]
public sealed record Preview
{
    /// <summary>Its id.</summary>
    [Id(0)]
    public required Guid Id { get; init; }

    /// <summary>When it was ordered.</summary>
    [Id(1)]
    public required DateTimeOffset At { get; init; }

    /// <summary>Who ordered it.</summary>
    [Id(2)]
    public required string Dispatcher { get; init; }

    /// <summary>The language of the message that is played.</summary>
    [Id(3)]
    public required Language Language { get; init; }

    /// <summary>The number, all but its ends left out.</summary>
    [Id(4)]
    public required string MaskedPhone { get; init; }

    /// <summary>What became of it.</summary>
    [Id(5)]
    public required PreviewResult Result { get; init; }

    /// <summary>When it rang, or null.</summary>
    [Id(6)]
    public DateTimeOffset? RangAt { get; init; }

    /// <summary>When it was answered, or null.</summary>
    [Id(7)]
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The SIP status code behind it, or 0.</summary>
    [Id(8)]
    public int SipStatus { get; init; }

    /// <summary>How much of the message was played, in milliseconds.</summary>
    [Id(9)]
    public int PlayedMilliseconds { get; init; }

    /// <summary>How long the whole message is, in milliseconds.</summary>
    [Id(10)]
    public int MessageMilliseconds { get; init; }

    /// <summary>By what: a call, or an SMS of an action that calls nobody.</summary>
    [Id(11)]
    public Medium Medium { get; init; }
}
