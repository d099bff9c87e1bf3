using Burgernet.CallBacks;

namespace Burgernet.Grains.CallBacks;

/// <summary>A caller who is known, and what they are to hear.</summary>
/// <param name="Concerned">Who, and by which action.</param>
/// <param name="Message">Its message.</param>
internal sealed record FoundCaller(ConcernedAction Concerned, CallBackMessage Message);
