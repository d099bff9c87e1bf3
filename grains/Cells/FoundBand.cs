using System.Runtime.InteropServices;
using Burgernet.Cells;

namespace Burgernet.Grains.Cells;

/// <summary>Who was found in a distance band.</summary>
/// <param name="band">The band, see <see cref="DistanceBand"/>.</param>
/// <param name="people">Them.</param>
internal readonly struct FoundBand(int band, List<Candidate> people)
{
    /// <summary>The band, see <see cref="DistanceBand"/>.</summary>
    public int Band => band;

    /// <summary>Them; only until the next band is asked for.</summary>
    public ReadOnlySpan<Candidate> People => CollectionsMarshal.AsSpan(people);
}
