using Burgernet.Cells;

namespace Burgernet.Actions;

/// <summary>The people that one start or expansion added (verzendronde).</summary>
/// <param name="Number">Its number, from 1: the start.</param>
/// <param name="Kind">What made it.</param>
/// <param name="At">When.</param>
/// <param name="By">The dispatcher, or <c>system</c>.</param>
/// <param name="Area">Where people were looked for; those of earlier waves are left alone.</param>
/// <param name="Selected">How many people it added; null while they are still looked for.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.action-wave")]
public sealed record ActionWave(
    [property: Id(0)] int Number,
    [property: Id(1)] WaveKind Kind,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] string By,
    [property: Id(4)] Area Area,
    [property: Id(5)] int? Selected
);
