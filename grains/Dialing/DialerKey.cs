namespace Burgernet.Grains.Dialing;

/// <summary>The key of a dialer grain: <c>{carrier}|{silo address with generation}</c>.</summary>
public static class DialerKey
{
    /// <summary>The key.</summary>
    public static string Of(string carrier, string incarnation) => $"{carrier}|{incarnation}";

    /// <summary>Reads a key back.</summary>
    /// <exception cref="FormatException">Not a dialer's key.</exception>
    public static (string Carrier, string Incarnation) Parse(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var bar = key.IndexOf('|', StringComparison.Ordinal);
        return bar > 0 && bar < key.Length - 1
            ? (key[..bar], key[(bar + 1)..])
            : throw new FormatException($"'{key}' is not the key of a dialer");
    }
}
