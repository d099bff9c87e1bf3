namespace Burgernet.CallBacks;

/// <summary>Somebody called back and a message was played to them, as far as they let it.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.call-back-heard")]
public sealed record CallBackHeard
{
    /// <summary>Names the call; whoever tells of it again changes nothing.</summary>
    [Id(0)]
    public required Guid Call { get; init; }

    /// <summary>The caller's pseudonym.</summary>
    [Id(1)]
    public required Guid ParticipantId { get; init; }

    /// <summary>Which of the action's messages.</summary>
    [Id(2)]
    public required int Message { get; init; }

    /// <summary>How much of it was played, in milliseconds.</summary>
    [Id(3)]
    public required int PlayedMilliseconds { get; init; }

    /// <summary>How long it is, in milliseconds.</summary>
    [Id(4)]
    public required int MessageMilliseconds { get; init; }

    /// <summary>Whether they pressed the key that confirms while it played.</summary>
    [Id(5)]
    public required bool PressedKey { get; init; }
}
