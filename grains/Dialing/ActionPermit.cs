namespace Burgernet.Grains.Dialing;

/// <summary>A dialer's permission to start attempts of one action; read on the signalling thread, right before each INVITE.</summary>
/// <remarks>Renewed every 250 ms and void after 750 ms without: who cannot reach the action starts nothing.</remarks>
public sealed class ActionPermit
{
    /// <summary>How long one permission is good for.</summary>
    public static readonly TimeSpan ValidFor = TimeSpan.FromMilliseconds(750);

    private long _goodUntil = long.MinValue;
    private volatile bool _voided;

    /// <summary>The epoch the permission is for.</summary>
    public int Epoch { get; private set; }

    /// <summary>Renews it.</summary>
    /// <param name="askedAt">Monotonic ticks from before the action was asked.</param>
    /// <param name="validTicks">How long it is good for, in the same ticks.</param>
    /// <param name="epoch">The action's epoch.</param>
    public void Renew(long askedAt, long validTicks, int epoch)
    {
        Epoch = epoch;
        Interlocked.Exchange(ref _goodUntil, askedAt + validTicks);
    }

    /// <summary>Takes it back for ever: the action was stopped.</summary>
    public void Void() => _voided = true;

    /// <summary>Whether an attempt may start.</summary>
    /// <param name="now">Monotonic ticks.</param>
    public bool Allows(long now) => !_voided && now < Interlocked.Read(ref _goodUntil);
}
