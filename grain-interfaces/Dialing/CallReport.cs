using Burgernet.Actions;

namespace Burgernet.Dialing;

/// <summary>What is known of an attempt, cumulative: a later report includes the earlier ones, so a repeated one changes nothing.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.call-report")]
public sealed record CallReport
{
    /// <summary>Who was called.</summary>
    [Id(0)]
    public required Guid ParticipantId { get; init; }

    /// <summary>Which attempt.</summary>
    [Id(1)]
    public required int Attempt { get; init; }

    /// <summary>The claim's name; a report with another one is ignored.</summary>
    [Id(2)]
    public required Guid Nonce { get; init; }

    /// <summary>When it rang, or null.</summary>
    [Id(3)]
    public DateTimeOffset? RangAt { get; init; }

    /// <summary>When it was answered, or null.</summary>
    [Id(4)]
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When it ended, or null while it goes on.</summary>
    [Id(5)]
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How it ended.</summary>
    [Id(6)]
    public CallEnd End { get; init; }

    /// <summary>The status code behind it, or 0: of SIP for a call, SMPP for an SMS, SMTP for a mail.</summary>
    [Id(7)]
    public int SipStatus { get; init; }

    /// <summary>Keys pressed, in order.</summary>
    [Id(8)]
    public string Keys { get; init; } = "";

    /// <summary>How much of the message was played, in milliseconds.</summary>
    [Id(9)]
    public int PlayedMilliseconds { get; init; }

    /// <summary>How long the whole message is, in milliseconds.</summary>
    [Id(10)]
    public int MessageMilliseconds { get; init; }

    /// <summary>Which message of the action it was about, from 1.</summary>
    [Id(11)]
    public required int Message { get; init; }

    /// <summary>By what it went.</summary>
    [Id(12)]
    public Medium Medium { get; init; }

    /// <summary>The carrier's own names for the parts of a text that it acknowledged, in order.</summary>
    [Id(13)]
    public IReadOnlyList<string> CarrierIds { get; init; } = [];
}
