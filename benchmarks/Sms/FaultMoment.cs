namespace Burgernet.Benchmarks.Sms;

/// <summary>Something that went wrong.</summary>
/// <param name="What">In words.</param>
/// <param name="From">When it began.</param>
/// <param name="Until">When it was over.</param>
/// <param name="Done">Deliveries that had a result when it began.</param>
internal sealed record FaultMoment(string What, DateTimeOffset From, DateTimeOffset Until, int Done);
