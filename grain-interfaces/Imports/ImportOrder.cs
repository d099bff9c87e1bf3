namespace Burgernet.Imports;

/// <summary>What is to be imported, and who asks.</summary>
/// <param name="ControlRoom">For which control room; it alone sees the import.</param>
/// <param name="By">Who asks, a pseudonym.</param>
/// <param name="Source">Where the file comes from (<c>card</c>, <c>gemeente-deventer</c>), 1 to 40 of <c>a-z</c>, <c>0-9</c>, <c>-</c>. Source and a row's reference say together who a row is about.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.import-order")]
public sealed record ImportOrder([property: Id(0)] string ControlRoom, [property: Id(1)] string By, [property: Id(2)] string Source);
