namespace Burgernet.Practice;

/// <summary>Random numbers without a state: each is a hash (the finaliser of SplitMix64) of seed, number and the purpose of the draw.</summary>
/// <param name="seed">The population's seed.</param>
/// <param name="index">Index of the number in the practice block.</param>
internal readonly struct PracticeDice(long seed, int index)
{
    private readonly ulong _origin = Mix((ulong)seed ^ Mix((ulong)index + 0x9E37_79B9_7F4A_7C15UL));

    /// <summary>0 (included) to 1 (excluded), 53 bits.</summary>
    public double Uniform(PracticeDraw draw) => (Mix(_origin + ((ulong)draw * 0x9E37_79B9_7F4A_7C15UL)) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Standard normal, by Box and Muller.</summary>
    /// <param name="radius">One draw.</param>
    /// <param name="angle">The other.</param>
    public double Normal(PracticeDraw radius, PracticeDraw angle) =>
        Math.Sqrt(-2 * Math.Log(1 - Uniform(radius))) * Math.Cos(2 * Math.PI * Uniform(angle));

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EBUL;
        return z ^ (z >> 31);
    }
}
