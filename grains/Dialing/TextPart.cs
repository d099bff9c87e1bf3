using Burgernet.Actions;

namespace Burgernet.Grains.Dialing;

/// <summary>A part of a text with what is known of it.</summary>
/// <param name="Centre">Whose name for it that is.</param>
/// <param name="CarrierId">Its name.</param>
/// <param name="ActionId">The action.</param>
/// <param name="Lane">The lane.</param>
/// <param name="ParticipantId">To whom.</param>
/// <param name="Message">Which message of the action, from 1.</param>
/// <param name="Medium">By what it went.</param>
/// <param name="Attempt">Which attempt.</param>
/// <param name="State">What a receipt said last, or None.</param>
/// <param name="At">When, as the carrier says; null while there is no receipt.</param>
public sealed record TextPart(
    string Centre,
    string CarrierId,
    Guid ActionId,
    int Lane,
    Guid ParticipantId,
    int Message,
    Medium Medium,
    int Attempt,
    ReceiptState State,
    DateTimeOffset? At
);
