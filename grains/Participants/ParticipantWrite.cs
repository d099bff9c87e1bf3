using Burgernet.Grains.Mail;

namespace Burgernet.Grains.Participants;

/// <summary>A change of one participant, stored in one transaction: the row replaces the one of the version before it.</summary>
/// <param name="Row">The row after the change; where it says 1 for the version, there must be none yet.</param>
/// <param name="Change">The entry that goes with it.</param>
public sealed record ParticipantWrite(ParticipantRow Row, ParticipantChange Change)
{
    /// <summary>Letters that are to be sent because of it.</summary>
    public IReadOnlyList<LetterKind> Letters { get; init; } = [];
}
