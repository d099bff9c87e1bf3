using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Imports;

/// <summary>A row that may go into the register, sealed already.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Row">As a new participant, version 1; where there is one already, it is their next version.</param>
/// <param name="Content">A keyed hash of all that the row says: the same hash again is no news.</param>
/// <param name="Phones">Its phone numbers in order, and the columns that they stand in.</param>
public sealed record StagedRow(long Line, ParticipantRow Row, LookupHash Content, IReadOnlyList<StagedPhone> Phones)
{
    /// <summary>The English name of the column in which a phone number stands.</summary>
    public string? ColumnOf(LookupHash phone)
    {
        foreach (var one in Phones)
        {
            if (one.Hash == phone)
            {
                return one.Column;
            }
        }

        return null;
    }
}
