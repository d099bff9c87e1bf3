namespace Burgernet.Grains.Dialing;

/// <summary>A dialer stands on the silo that its key names.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.dialer-placement")]
internal sealed class DialerPlacement : PlacementStrategy
{
    /// <summary>The only one.</summary>
    public static DialerPlacement Instance { get; } = new();
}
