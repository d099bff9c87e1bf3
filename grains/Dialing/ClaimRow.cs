using Burgernet.Actions;

namespace Burgernet.Grains.Dialing;

/// <summary>The claim of one attempt by one dialer: stored before it leaves, it decides who may dial or submit.</summary>
/// <param name="ParticipantId">To whom.</param>
/// <param name="Message">Which message of the action, from 1.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="Carrier">Over which carrier.</param>
/// <param name="Incarnation">The dialer's silo address with its generation.</param>
/// <param name="CallId">The SIP Call-ID.</param>
/// <param name="Nonce">Names the claim: the same claim asked again is granted again, another one is not.</param>
/// <param name="Epoch">The action's epoch it is made in.</param>
/// <param name="ClaimedAt">When.</param>
/// <param name="Deadline">When its call is over at the latest.</param>
/// <param name="Redial">Whether an attempt before it was in flight when its dialer died.</param>
/// <param name="Medium">By what it goes.</param>
public sealed record ClaimRow(
    Guid ParticipantId,
    int Message,
    int Attempt,
    string Carrier,
    string Incarnation,
    string CallId,
    Guid Nonce,
    int Epoch,
    DateTimeOffset ClaimedAt,
    DateTimeOffset Deadline,
    bool Redial,
    Medium Medium = Medium.Voice
);
