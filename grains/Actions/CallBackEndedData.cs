using Burgernet.CallBacks;

namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>call-back-ended</c>.</summary>
/// <param name="Call">Names the call.</param>
/// <param name="Participant">The caller's pseudonym.</param>
/// <param name="Ending">Whether they were connected to the control room, or why not.</param>
/// <param name="ConversationSeconds">How long they were, in whole seconds.</param>
public sealed record CallBackEndedData(Guid Call, Guid Participant, CallBackEnding Ending, int ConversationSeconds);
