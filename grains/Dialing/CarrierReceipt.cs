using Burgernet.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>A carrier tells what became of a text that it took: a delivery receipt of an SMS, a bounce of a mail.</summary>
/// <param name="Carrier">The carrier that it came from. Another one with the same <see cref="CarrierOptions.Centre"/> may have sent the text.</param>
/// <param name="MessageId">The carrier's own name for the text, as the acknowledgement had it.</param>
/// <param name="State">What became of it.</param>
/// <param name="At">When, as the carrier says; else when the receipt came.</param>
/// <param name="Destination">To whom: an E.164 number or a mail address; empty where the receipt does not say. Tells of texts whose acknowledgement was lost. Never logged.</param>
/// <param name="SubmittedAt">When the carrier says that it got the text, or null.</param>
public sealed record CarrierReceipt(
    string Carrier,
    string MessageId,
    ReceiptState State,
    DateTimeOffset At,
    PersonalText Destination,
    DateTimeOffset? SubmittedAt
);
