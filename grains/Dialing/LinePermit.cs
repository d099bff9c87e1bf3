namespace Burgernet.Grains.Dialing;

/// <summary>A dialer's lease of a carrier's lines; read on the signalling thread, right before each INVITE.</summary>
public sealed class LinePermit
{
    private long _goodUntil = long.MinValue;

    /// <summary>Renews it.</summary>
    /// <param name="goodUntil">Monotonic ticks.</param>
    public void Renew(long goodUntil) => Interlocked.Exchange(ref _goodUntil, goodUntil);

    /// <summary>Whether an attempt may start.</summary>
    /// <param name="now">Monotonic ticks.</param>
    public bool Allows(long now) => now < Interlocked.Read(ref _goodUntil);
}
