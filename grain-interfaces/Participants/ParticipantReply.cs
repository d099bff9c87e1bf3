namespace Burgernet.Participants;

/// <summary>What came of a change.</summary>
/// <param name="Version">The version that it made, or that stands where nothing was to be changed or it was refused; 0 where there is no such participant.</param>
/// <param name="Status">The participant's status at that version.</param>
/// <param name="Refusals">Why it was refused, every reason at once; empty when it was done.</param>
/// <param name="Repeated">Whether it had been done before under the same operation: nothing was changed now.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.participant-reply")]
public sealed record ParticipantReply(
    [property: Id(0)] long Version,
    [property: Id(1)] ParticipantStatus Status,
    [property: Id(2)] IReadOnlyList<ParticipantRefusal> Refusals,
    [property: Id(3)] bool Repeated = false
)
{
    /// <summary>Whether it was done.</summary>
    public bool Done => Refusals.Count == 0;
}
