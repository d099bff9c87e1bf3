using Burgernet.Silo.Storage;

namespace Burgernet.Silo.Nodes;

/// <summary>Whether a node's clock is to be complained about. Pure.</summary>
internal static class ClockPolicy
{
    /// <summary>Whether a reading tells enough: one that came back so late that it may be wrong by the bound itself does not.</summary>
    public static bool IsUsable(ClockReading reading, TimeSpan bound) => reading.Error < bound;

    /// <summary>Whether the clock is off: from when it surely is beyond the bound until it surely is within half of it.</summary>
    /// <param name="wasOff">Whether it was.</param>
    /// <param name="reading">What was read now.</param>
    /// <param name="bound">How far it may be.</param>
    public static bool IsOff(bool wasOff, ClockReading reading, TimeSpan bound)
    {
        var distance = reading.Offset.Duration();
        return wasOff ? distance + reading.Error > bound / 2 : distance - reading.Error > bound;
    }
}
