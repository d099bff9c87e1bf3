using Burgernet.Dialing;

namespace Burgernet.Benchmarks.Sms;

/// <summary>A delivery as it is stored.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="Result">Its result; none while it has none.</param>
/// <param name="Attempts">How often it was claimed.</param>
/// <param name="Incarnation">Which dialer claimed it last.</param>
/// <param name="ClaimedAt">When.</param>
/// <param name="EndedAt">When that attempt had its end, where one is stored.</param>
/// <param name="End">Which end that was; none where none is stored.</param>
/// <param name="CentreIds">The centre's names for it, as acknowledged or as a receipt brought them.</param>
internal sealed record SmsRow(
    Guid Participant,
    DeliveryResult Result,
    int Attempts,
    string Incarnation,
    DateTimeOffset? ClaimedAt,
    DateTimeOffset? EndedAt,
    CallEnd End,
    string[] CentreIds
);
