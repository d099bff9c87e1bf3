namespace Burgernet.Tests.Unit.Smpp.Fuzz;

/// <summary>What came of a run.</summary>
/// <param name="Read">PDUs that could be read.</param>
/// <param name="Refused">PDUs that could not.</param>
/// <param name="Messages">Messages that were whole.</param>
/// <param name="Receipts">Receipts among them.</param>
/// <param name="Waiting">Messages that still wait for segments.</param>
internal readonly record struct FuzzCount(long Read, long Refused, long Messages, long Receipts, int Waiting);
