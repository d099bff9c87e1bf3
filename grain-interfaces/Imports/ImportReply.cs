namespace Burgernet.Imports;

/// <summary>What came of asking for an import.</summary>
/// <param name="Import">The import, or null where there is none for this control room.</param>
/// <param name="Repeated">Whether it was there already, and is not begun again.</param>
/// <param name="Busy">Whether another import is under way: one at a time.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.import-reply")]
public sealed record ImportReply(
    [property: Id(0)] ImportSnapshot? Import,
    [property: Id(1)] bool Repeated = false,
    [property: Id(2)] bool Busy = false
);
