using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>How many calls to numbers of each limited prefix may still start. Not thread-safe; no I/O.</summary>
internal sealed class PrefixRoom(IEnumerable<PrefixCount> room)
{
    private readonly Dictionary<string, int> _left = room.ToDictionary(
        prefix => prefix.Prefix,
        prefix => prefix.Calls,
        StringComparer.Ordinal
    );

    /// <summary>The longest limited prefix that a number, or the beginning of one, falls under; null for none.</summary>
    public string? PrefixOf(string number)
    {
        string? longest = null;
        foreach (var prefix in _left.Keys)
        {
            if (prefix.Length > (longest?.Length ?? 0) && number.StartsWith(prefix, StringComparison.Ordinal))
            {
                longest = prefix;
            }
        }

        return longest;
    }

    /// <summary>Whether one of these numbers may start.</summary>
    /// <param name="number">The number, or the beginning of it that is known.</param>
    public bool Has(string number) => PrefixOf(number) is not { } prefix || _left[prefix] > 0;

    /// <summary>Takes a place for one of these numbers where there is one.</summary>
    /// <param name="number">The number, or the beginning of it that is known.</param>
    public bool TryTake(string number)
    {
        if (PrefixOf(number) is not { } prefix)
        {
            return true;
        }

        if (_left[prefix] <= 0)
        {
            return false;
        }

        _left[prefix]--;
        return true;
    }
}
