using Burgernet.Sms;

namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>sms-replied</c>: what was replied to a text message that is no tip.</summary>
/// <param name="Message">Names the message.</param>
/// <param name="Kind">What was replied.</param>
/// <param name="Result">What became of the reply.</param>
public sealed record SmsRepliedData(Guid Message, SmsReplyKind Kind, SmsReplyResult Result);
