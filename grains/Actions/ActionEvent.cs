using Burgernet.Actions;
using Burgernet.Grains.Dossier;

namespace Burgernet.Grains.Actions;

/// <summary>An event of an action, as stored: one entry of its own chain in the dossier.</summary>
/// <param name="Sequence">Its place in the chain, from 1.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Actor">Who acted.</param>
/// <param name="Type">One of <see cref="ActionEventType"/>.</param>
/// <param name="Data">Its content as JSON, exactly the bytes that are hashed.</param>
/// <param name="OperationId">The idempotency key of the act that caused it, or null.</param>
/// <param name="Fingerprint">The hash of what was asked under that key, or null.</param>
/// <param name="PreviousHash">The hash of the entry before it.</param>
/// <param name="Hash">Its own hash.</param>
public sealed record ActionEvent(
    long Sequence,
    DateTimeOffset At,
    Actor Actor,
    string Type,
    string Data,
    string? OperationId,
    string? Fingerprint,
    byte[] PreviousHash,
    byte[] Hash
)
{
    /// <summary>Signs the head that this event makes; set when it is appended, not read back with the events.</summary>
    public HeadSignature? Signature { get; init; }
}
