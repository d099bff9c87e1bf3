namespace Burgernet.Benchmarks.Reports;

/// <summary>What a run is held to.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Limit">What it must be, in words.</param>
/// <param name="Seen">What it was.</param>
/// <param name="Holds">Whether it is within the limit.</param>
/// <param name="IsGoal">A goal is reported; only a gate fails the command.</param>
internal sealed record Gate(string What, string Limit, string Seen, bool Holds, bool IsGoal = false);
