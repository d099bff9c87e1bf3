using System.Globalization;

namespace Burgernet.Dialing;

/// <summary>The key of a lane grain, and which lane a participant belongs to.</summary>
public static class LaneKey
{
    /// <summary>The key of a lane.</summary>
    public static string Of(Guid actionId, int lane) => string.Create(CultureInfo.InvariantCulture, $"{actionId:N}/{lane}");

    /// <summary>Reads a key back.</summary>
    /// <exception cref="FormatException">Not a lane's key.</exception>
    public static (Guid ActionId, int Lane) Parse(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (
            key.Length > 33
            && key[32] == '/'
            && Guid.TryParseExact(key.AsSpan(0, 32), "N", out var action)
            && int.TryParse(key.AsSpan(33), NumberStyles.None, CultureInfo.InvariantCulture, out var lane)
        )
        {
            return (action, lane);
        }

        throw new FormatException($"'{key}' is not the key of a lane");
    }

    /// <summary>The lane of a participant: FNV-1a over the id's bytes. Stable for ever: it decides who may call whom.</summary>
    public static int LaneOf(Guid participantId, int laneCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(laneCount, 1);
        Span<byte> bytes = stackalloc byte[16];
        participantId.TryWriteBytes(bytes, bigEndian: true, out _);
        var hash = 2166136261u;
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * 16777619u;
        }

        return (int)(hash % (uint)laneCount);
    }
}
