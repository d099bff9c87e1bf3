using Burgernet.Participants;

namespace Burgernet.Sms;

/// <summary>A text message that fits no action.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.unassigned-sms")]
public sealed record UnassignedSms
{
    /// <summary>Names the message.</summary>
    [Id(0)]
    public required Guid Id { get; init; }

    /// <summary>When it came.</summary>
    [Id(1)]
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Whether it came by a carrier for practice.</summary>
    [Id(2)]
    public required bool Practice { get; init; }

    /// <summary>By which carrier.</summary>
    [Id(3)]
    public required string Carrier { get; init; }

    /// <summary>The number or short code that it was sent to.</summary>
    [Id(4)]
    public required string To { get; init; }

    /// <summary>Who sent it: of a number its country and last two digits.</summary>
    [Id(5)]
    public required string MaskedFrom { get; init; }

    /// <summary>Whether whoever sent it takes part.</summary>
    [Id(6)]
    public required bool IsParticipant { get; init; }

    /// <summary>What they mean by it.</summary>
    [Id(7)]
    public required SmsMeaning Meaning { get; init; }

    /// <summary>In their words.</summary>
    [Id(8)]
    public required PersonalText Text { get; init; }

    /// <summary>What was replied, or null.</summary>
    [Id(9)]
    public required SmsReplyKind? Reply { get; init; }
}
