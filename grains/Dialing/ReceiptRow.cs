using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>A receipt as it is stored.</summary>
/// <param name="Centre">Whose names for texts it uses.</param>
/// <param name="CarrierId">The text, as the SMS centre names it.</param>
/// <param name="State">What became of it.</param>
/// <param name="At">When, as the carrier says.</param>
/// <param name="ReceivedAt">When the receipt came.</param>
/// <param name="SubmittedAt">When the carrier says that it got the text, or null.</param>
/// <param name="Destination">The keyed hash of the number or address, or null.</param>
public sealed record ReceiptRow(
    string Centre,
    string CarrierId,
    ReceiptState State,
    DateTimeOffset At,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? SubmittedAt,
    LookupHash? Destination
);
