using System.Globalization;
using Burgernet.Grains.Actions;

namespace Burgernet.Silo.Storage;

/// <summary>A place in a list of actions, newest first: everything down to and including an action was read.</summary>
/// <param name="CreatedAt">When it was prepared.</param>
/// <param name="ActionId">Which of those of the same time.</param>
internal readonly record struct ActionListCursor(DateTimeOffset CreatedAt, Guid ActionId)
{
    /// <summary>From its text; the start for null.</summary>
    /// <exception cref="FormatException">Not the text of a cursor.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time that does not exist.</exception>
    public static ActionListCursor Parse(string? text) =>
        text is null ? new ActionListCursor(DateTimeOffset.MaxValue, Guid.AllBitsSet)
        : text.Split('.') is [var time, var id]
        && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
        && Guid.TryParseExact(id, "D", out var action)
            ? new ActionListCursor(HashChain.Time(microseconds), action)
        : throw new FormatException("Not a place in a list of actions");

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{HashChain.Microseconds(CreatedAt)}.{ActionId:D}");
}
