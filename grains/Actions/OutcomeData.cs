namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>outcome</c>.</summary>
/// <param name="Message">The number of the message, from 2.</param>
/// <param name="Epoch">The epoch that it begins.</param>
/// <param name="Messages">What was recorded, a language each.</param>
/// <param name="Reason">Why, in the dispatcher's words, or null.</param>
public sealed record OutcomeData(int Message, int Epoch, IReadOnlyList<MessageData> Messages, string? Reason);
