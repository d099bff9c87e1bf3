using Burgernet.Participants;
using Burgernet.Sms;

namespace Burgernet.Grains.Sms;

/// <summary>What is to be done with a message, stored before anything is done: afterwards the sender may be no participant any more.</summary>
/// <param name="Meaning">What they mean by it.</param>
/// <param name="ParticipantId">Who sent it, or null for somebody who is not known.</param>
/// <param name="Language">Their language; null for somebody who is not known.</param>
/// <param name="ActionId">The action that it is about, or null.</param>
/// <param name="ControlRoom">Whose action that is.</param>
public sealed record SmsDecision(SmsMeaning Meaning, Guid? ParticipantId, Language? Language, Guid? ActionId, string? ControlRoom);
