namespace Burgernet.Benchmarks.Load;

/// <summary>What the process and its endpoints hold at a moment of the soak.</summary>
/// <param name="At">Since calls began.</param>
/// <param name="Left">What the endpoints hold.</param>
/// <param name="Descriptors">Open files of the process.</param>
/// <param name="Ports">Of these, bound RTP ports.</param>
/// <param name="ResidentBytes">Its memory.</param>
/// <param name="HeapBytes">Of that, what lives on the managed heap; after a full collection at the marks, else as it stands.</param>
internal readonly record struct SoakSample(TimeSpan At, Leftovers Left, int Descriptors, int Ports, long ResidentBytes, long HeapBytes)
{
    /// <summary>A sample now.</summary>
    /// <param name="at">Since calls began.</param>
    /// <param name="left">What the endpoints hold.</param>
    /// <param name="ports">Bound RTP ports.</param>
    /// <param name="collect">Whether to collect all garbage first.</param>
    public static SoakSample Take(TimeSpan at, Leftovers left, int ports, bool collect) =>
        new(at, left, Leftovers.Descriptors(), ports, Environment.WorkingSet, GC.GetTotalMemory(collect));
}
