using Burgernet.Participants;

namespace Burgernet.Grains.Participants;

/// <summary>The entry that goes with a change, in the same transaction: who must be told of it, and which operation it was.</summary>
/// <param name="OperationId">The caller's id of the change.</param>
/// <param name="Fingerprint">A keyed hash of what was asked, so that the id is not taken for another change.</param>
/// <param name="Role">In what role it was asked.</param>
/// <param name="By">Who asked, a pseudonym.</param>
/// <param name="At">When.</param>
/// <param name="Cells">The cells that somebody was in before it or is in after it.</param>
public sealed record ParticipantChange(
    Guid OperationId,
    LookupHash Fingerprint,
    ChangeRole Role,
    string By,
    DateTimeOffset At,
    IReadOnlyList<ulong> Cells
);
