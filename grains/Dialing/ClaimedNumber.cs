namespace Burgernet.Grains.Dialing;

/// <summary>A granted claim, opened: the number to call.</summary>
/// <param name="ParticipantId">To whom.</param>
/// <param name="Number">E.164. Never logged.</param>
public sealed record ClaimedNumber(Guid ParticipantId, string Number)
{
    /// <inheritdoc/>
    public override string ToString() => $"number of {ParticipantId}";
}
