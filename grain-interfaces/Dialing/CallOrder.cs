using Burgernet.Actions;
using Burgernet.Participants;

namespace Burgernet.Dialing;

/// <summary>A claimed attempt: what a dialer needs to place the call or submit the text. Its claim is stored.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.call-order")]
public sealed record CallOrder
{
    /// <summary>Who is called.</summary>
    [Id(0)]
    public required Guid ParticipantId { get; init; }

    /// <summary>Which attempt of the delivery this is, from 1.</summary>
    [Id(1)]
    public required int Attempt { get; init; }

    /// <summary>The E.164 number, or the address of a mail. Never logged.</summary>
    [Id(2)]
    public required string Number { get; init; }

    /// <summary>The language of the message.</summary>
    [Id(3)]
    public required Language Language { get; init; }

    /// <summary>The SIP Call-ID of the attempt, stored with the claim.</summary>
    [Id(4)]
    public required string CallId { get; init; }

    /// <summary>Names the claim: whoever reports must know it.</summary>
    [Id(5)]
    public required Guid Nonce { get; init; }

    /// <summary>When it was claimed, by the lane's wall clock.</summary>
    [Id(6)]
    public required DateTimeOffset ClaimedAt { get; init; }

    /// <summary>The delivery's distance band.</summary>
    [Id(7)]
    public required int Band { get; init; }

    /// <summary>Which message of the action is played, from 1.</summary>
    [Id(8)]
    public required int Message { get; init; }

    /// <summary>By what it goes.</summary>
    [Id(9)]
    public Medium Medium { get; init; }

    /// <summary>From then on it is not to arrive any more; null for never.</summary>
    [Id(10)]
    public DateTimeOffset? Deadline { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"attempt {Attempt} of message {Message} to {ParticipantId}";
}
