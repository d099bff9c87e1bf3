using Burgernet.Benchmarks.Lines;

namespace Burgernet.Benchmarks.Away;

/// <summary>What a run is made with.</summary>
/// <param name="Lines">Lines, people and calls.</param>
/// <param name="Away">How long the database is away.</param>
/// <param name="InOrder">Whether it is stopped in order (<c>fast</c>), or drops everything as in a crash (<c>immediate</c>).</param>
internal sealed record AwayPlan(LinePlan Lines, TimeSpan Away, bool InOrder)
{
    /// <summary>As PostgreSQL names it.</summary>
    public string Mode => InOrder ? "fast" : "immediate";
}
