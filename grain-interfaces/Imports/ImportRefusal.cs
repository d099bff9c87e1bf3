namespace Burgernet.Imports;

/// <summary>One reason why a row was refused. Holds nothing of what stands in the row.</summary>
/// <param name="Line">The line in the file, from 1; the header is line 1.</param>
/// <param name="Column">The column by its English name, or null when it is about the whole row.</param>
/// <param name="Code">Why: the name of an <see cref="ImportRefusalCode"/> or a <see cref="Participants.ParticipantRefusalCode"/> in kebab case.</param>
/// <param name="OtherLine">The line that has it already, or null.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.import-refusal")]
public sealed record ImportRefusal(
    [property: Id(0)] long Line,
    [property: Id(1)] string? Column,
    [property: Id(2)] string Code,
    [property: Id(3)] long? OtherLine = null
);
