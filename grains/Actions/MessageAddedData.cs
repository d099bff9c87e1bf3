using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>message-added</c>.</summary>
/// <param name="Message">Its number, from 2.</param>
/// <param name="Kind">An update or a correction.</param>
/// <param name="Messages">What was recorded, a language each.</param>
/// <param name="Reason">Why, in the dispatcher's words, or null.</param>
public sealed record MessageAddedData(int Message, MessageKind Kind, IReadOnlyList<MessageData> Messages, string? Reason);
