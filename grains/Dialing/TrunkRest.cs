using System.Runtime.InteropServices;

namespace Burgernet.Grains.Dialing;

/// <summary>A trunk that failed rests, then one call tries it (half-open), and only when the carrier handles that one do others follow. Never changes; times are monotonic.</summary>
/// <remarks>Taking → Resting at a failure; Resting → Trying when the rest is over and a call starts; Trying → Taking when the carrier handles it, → Resting, longer, when
/// that fails. What older calls still say while it rests or is tried changes nothing but the length of a rest that the carrier asks for.</remarks>
/// <param name="Phase">Where it stands.</param>
/// <param name="Until">The end of the rest.</param>
/// <param name="Failures">Rests in a row.</param>
/// <param name="Trial">The call that tries it, by the name of its claim.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TrunkRest(TrunkPhase Phase, TimeSpan Until, int Failures, Guid Trial)
{
    /// <summary>At the beginning: it takes calls.</summary>
    public static TrunkRest None => default;

    /// <summary>How many calls may start on it, of so many that could.</summary>
    public int MayStart(int calls, TimeSpan now) =>
        Phase switch
        {
            TrunkPhase.Taking => calls,
            TrunkPhase.Resting when now >= Until => Math.Min(calls, 1),
            _ => 0,
        };

    /// <summary>A call starts.</summary>
    public TrunkRest Started(Guid call, TimeSpan now) =>
        Phase == TrunkPhase.Resting && now >= Until ? this with { Phase = TrunkPhase.Trying, Trial = call } : this;

    /// <summary>Takes in what a call's news says.</summary>
    /// <param name="sign">What it says.</param>
    /// <param name="call">The call.</param>
    /// <param name="asked">How long the carrier asked to wait; zero for not at all.</param>
    /// <param name="now">The time.</param>
    public TrunkRest After(TrunkSign sign, Guid call, TimeSpan asked, TimeSpan now)
    {
        var isTrial = Phase == TrunkPhase.Trying && call == Trial;
        return sign switch
        {
            TrunkSign.Works when isTrial => None,
            TrunkSign.Fails when Phase == TrunkPhase.Taking || isTrial => Rest(Failures + 1, asked, now),
            TrunkSign.Fails when Phase == TrunkPhase.Resting && asked > TimeSpan.Zero => Longer(asked, now),
            TrunkSign.Untried or TrunkSign.Full when isTrial => this with { Phase = TrunkPhase.Resting, Until = now },
            _ => this,
        };
    }

    private static TrunkRest Rest(int failures, TimeSpan asked, TimeSpan now) =>
        new(TrunkPhase.Resting, now + RestPolicy.Wait(failures, asked), failures, default);

    private TrunkRest Longer(TimeSpan asked, TimeSpan now)
    {
        var until = now + RestPolicy.Wait(1, asked);
        return until > Until ? this with { Until = until } : this;
    }
}
