using Burgernet.Cells;
using Burgernet.Participants;

namespace Burgernet.Grains.Participants;

/// <summary>Tells in whose borders a point lies. The node implements it from configured borders.</summary>
public interface IBorders
{
    /// <summary>Tells these borders from others, without spaces; null where none are configured.</summary>
    string? Version => null;

    /// <summary>The codes for a point; <see cref="BorderCodes.Unknown"/> where none are configured or it lies in none. Fast (some microseconds), for any thread.</summary>
    BorderCodes Find(GeoPoint point);
}
