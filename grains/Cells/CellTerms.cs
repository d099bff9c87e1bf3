using Burgernet.Participants;

namespace Burgernet.Grains.Cells;

/// <summary>On what terms somebody takes part: most of a cell share few of them.</summary>
/// <param name="Hours">When they may be reached.</param>
/// <param name="TargetGroups">Their target groups, a bit for each.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.cell-terms")]
internal readonly record struct CellTerms([property: Id(0)] WeeklyHours Hours, [property: Id(1)] ulong TargetGroups);
