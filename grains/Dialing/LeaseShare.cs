namespace Burgernet.Grains.Dialing;

/// <summary>What a dialer may use.</summary>
/// <param name="Channels">Concurrent calls.</param>
/// <param name="CallsPerSecond">New calls a second.</param>
public readonly record struct LeaseShare(int Channels, int CallsPerSecond);
