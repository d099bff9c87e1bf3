namespace Burgernet.Grains.Dialing;

/// <summary>Whether a trunk takes calls, as a dialer sees it.</summary>
public enum TrunkPhase
{
    /// <summary>It takes calls.</summary>
    Taking,

    /// <summary>It failed, and is left alone for a while.</summary>
    Resting,

    /// <summary>One call tries whether it takes calls again.</summary>
    Trying,
}
