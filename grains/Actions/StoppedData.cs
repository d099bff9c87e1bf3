using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>stopped</c>. What stands after the reason came later: older events have none of it.</summary>
/// <param name="Epoch">The epoch that it begins.</param>
/// <param name="Reason">Why, in the dispatcher's words, or null.</param>
/// <param name="Calls">What became of answered calls; null where they finished because there was no choice yet.</param>
/// <param name="AcceptedAt">When dialers were told; it is stored later where the store is away.</param>
public sealed record StoppedData(int Epoch, string? Reason, CallsUnderWay? Calls = null, DateTimeOffset? AcceptedAt = null);
