using Burgernet.Sms;

namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>sms-received</c>: a participant wrote something that is no tip. Their words are one of a few, so they are not kept.</summary>
/// <param name="Message">Names the message.</param>
/// <param name="Participant">The participant's pseudonym.</param>
/// <param name="Meaning">What they mean by it.</param>
public sealed record SmsReceivedData(Guid Message, Guid Participant, SmsMeaning Meaning);
