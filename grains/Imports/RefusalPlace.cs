using System.Globalization;

namespace Burgernet.Grains.Imports;

/// <summary>A place in a report.</summary>
/// <param name="Line">The line in the file.</param>
/// <param name="Number">Which of the line's refusals, from 1.</param>
public readonly record struct RefusalPlace(long Line, int Number)
{
    /// <summary>Before the first.</summary>
    public static RefusalPlace Start => default;

    /// <summary>From a cursor.</summary>
    /// <exception cref="FormatException">Not one.</exception>
    public static RefusalPlace Parse(string? cursor)
    {
        if (cursor is null)
        {
            return Start;
        }

        var parts = cursor.Split('.');
        return
            parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new RefusalPlace(line, number)
            : throw new FormatException("Not a place in a report");
    }

    /// <summary>As a cursor.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Line}.{Number}");
}
