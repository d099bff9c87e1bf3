namespace Burgernet.TestKit;

/// <summary>What becomes of a datagram.</summary>
public enum RelayAction
{
    /// <summary>It goes on.</summary>
    Pass,

    /// <summary>It never arrives.</summary>
    Lose,

    /// <summary>It arrives twice.</summary>
    Repeat,

    /// <summary>The next one of its direction arrives before it.</summary>
    Delay,
}
