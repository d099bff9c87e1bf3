namespace Burgernet.Coverage;

/// <summary>How counts of people leave the register.</summary>
/// <remarks>
/// Fewer than five are not told apart. Everything else is rounded down to a multiple of five, totals too: were totals exact, what a map hides in one cell would
/// be the total of the municipality less its other cells. As it is a total T stands for T to T + 4, and so does every cell: whoever subtracts never
/// learns that a hidden cell has fewer than four. (That it has more than one can show, in the rare case that nearly every other cell was just short of the next step.)
/// </remarks>
public static class CoverageRounding
{
    /// <summary>The fewest people that are told.</summary>
    public const int Least = 5;

    /// <summary>A count as it may be told: 0 for nobody, null for fewer than <see cref="Least"/>, else rounded down to a multiple of it.</summary>
    public static int? Of(int count) =>
        count switch
        {
            0 => 0,
            < Least => null,
            _ => count - (count % Least),
        };
}
