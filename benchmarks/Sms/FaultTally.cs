namespace Burgernet.Benchmarks.Sms;

/// <summary>What became unknown by a fault.</summary>
/// <param name="What">The fault.</param>
/// <param name="Done">Deliveries that had a result when it came.</param>
/// <param name="Unknown">Texts that were claimed and whose acknowledgement was never stored.</param>
/// <param name="Taken">Of these, how many the centre has in its record.</param>
/// <param name="Raised">Of those, how many a receipt raised: they are on the handset.</param>
/// <param name="Left">How many are unknown for good.</param>
internal sealed record FaultTally(string What, int Done, int Unknown, int Taken, int Raised, int Left);
