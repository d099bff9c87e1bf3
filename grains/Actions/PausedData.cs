using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>paused</c>.</summary>
/// <param name="Epoch">The epoch that it begins.</param>
/// <param name="Calls">What became of answered calls.</param>
/// <param name="Reason">Why, in the dispatcher's words, or null.</param>
/// <param name="AcceptedAt">When dialers were told; it is stored later where the store is away.</param>
public sealed record PausedData(int Epoch, CallsUnderWay Calls, string? Reason, DateTimeOffset AcceptedAt);
