namespace Burgernet.Benchmarks.Coordination;

/// <summary>One run: so many deliveries over so many silos.</summary>
/// <param name="Silos">Silos in this process.</param>
/// <param name="Deliveries">People, each called once.</param>
/// <param name="Rate">Calls a second to each silo: whoever adds a node wants more calls, not the same ones in smaller parts.</param>
internal sealed record CoordinationCase(int Silos, int Deliveries, int Rate)
{
    /// <summary>The carrier's limit.</summary>
    public int CallsPerSecond => Silos * Rate;

    /// <summary>Lines to spare: calls a second are the limit.</summary>
    public int Lines => (int)(CallsPerSecond * VirtualTrunk.MeanHold.TotalSeconds * 1.5) + (2 * Silos);
}
