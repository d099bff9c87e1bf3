using Burgernet.Imports;

namespace Burgernet.Grains.Imports;

/// <summary>What became of the lines of a batch.</summary>
/// <param name="Lines">How many lines there were.</param>
/// <param name="Rows">Those that may go on, in the order of their lines.</param>
/// <param name="Refusals">Why others may not, in the order of their lines.</param>
/// <param name="Problem">Why the whole file may not, or null; what follows in the batch was not looked at.</param>
internal sealed record ReadLines(
    int Lines,
    IReadOnlyList<StagedRow> Rows,
    IReadOnlyList<ImportRefusal> Refusals,
    ImportFileProblem? Problem
);
