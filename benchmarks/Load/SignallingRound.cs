namespace Burgernet.Benchmarks.Load;

/// <summary>One caller at one rate.</summary>
/// <param name="Caller">Who called.</param>
/// <param name="Rate">Calls a second that really left.</param>
/// <param name="Calls">How many.</param>
/// <param name="Failed">How many were not answered and ended as they should.</param>
/// <param name="Failures">How these ended, in words; empty where that is not known.</param>
/// <param name="Retransmissions">Requests sent again.</param>
/// <param name="CpuMicroseconds">CPU of the caller's process per call.</param>
/// <param name="FarMicroseconds">CPU of the far side's process per call.</param>
/// <param name="Bytes">Allocated by the caller per call; null where that is not known.</param>
/// <param name="Threads">Where the caller's CPU went, µs per call by thread.</param>
internal sealed record SignallingRound(
    string Caller,
    double Rate,
    long Calls,
    long Failed,
    string Failures,
    long Retransmissions,
    double CpuMicroseconds,
    double FarMicroseconds,
    double? Bytes,
    IReadOnlyDictionary<string, double> Threads
)
{
    /// <summary>Whether every call came through, at the rate that was asked.</summary>
    public bool IsSustained(int asked) => Failed == 0 && Rate >= asked * 0.97;

    /// <summary>CPU of the threads that are not listed or had ended, the calling one among them.</summary>
    public double Rest => Math.Max(0, CpuMicroseconds - Threads.Values.Sum());
}
