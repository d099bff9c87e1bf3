namespace Burgernet.Grains.Dialing;

/// <summary>A dialer's permission to start attempts of one action; read on the signalling thread, right before each INVITE.</summary>
/// <remarks>Renewed every 250 ms and void after 750 ms without: who cannot reach the action starts nothing. It is for one epoch of the action: what was claimed
/// in an earlier one stays void, whatever comes later.</remarks>
public sealed class ActionPermit
{
    /// <summary>How long one permission is good for.</summary>
    public static readonly TimeSpan ValidFor = TimeSpan.FromMilliseconds(750);

    private volatile Grant _grant = new(0, long.MinValue);
    private volatile int _voidThrough;

    /// <summary>The epoch that the last permission was for; 0 before the first.</summary>
    public int Epoch => _grant.Epoch;

    /// <summary>Renews it. One of an epoch that was voided, or of an earlier epoch than the last, changes nothing: it was overtaken on its way.</summary>
    /// <param name="askedAt">Monotonic ticks from before the action was asked.</param>
    /// <param name="validTicks">How long it is good for, in the same ticks.</param>
    /// <param name="epoch">The action's epoch, from 1.</param>
    public void Renew(long askedAt, long validTicks, int epoch)
    {
        if (epoch > _voidThrough && epoch >= _grant.Epoch)
        {
            _grant = new Grant(epoch, askedAt + validTicks);
        }
    }

    /// <summary>Takes it back for all epochs up to this one: the action was stopped or paused in it. A later epoch may start again.</summary>
    /// <param name="throughEpoch">The last epoch that is over.</param>
    public void Void(int throughEpoch) => _voidThrough = Math.Max(_voidThrough, throughEpoch);

    /// <summary>Whether attempts may be claimed.</summary>
    /// <param name="now">Monotonic ticks.</param>
    public bool Allows(long now) => Allows(now, Epoch);

    /// <summary>Whether an attempt may start.</summary>
    /// <param name="now">Monotonic ticks.</param>
    /// <param name="epoch">The epoch in which it was claimed.</param>
    public bool Allows(long now, int epoch)
    {
        // One look at each: the signalling thread reads while the dialer writes.
        var grant = _grant;
        return grant.Epoch == epoch && epoch > _voidThrough && now < grant.GoodUntil;
    }

    private sealed record Grant(int Epoch, long GoodUntil);
}
