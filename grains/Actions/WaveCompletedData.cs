using Burgernet.Dialing;

namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>wave-completed</c>.</summary>
public sealed record WaveCompletedData(int Selected, int Contacted, IReadOnlyDictionary<DeliveryResult, int> Results);
