namespace Burgernet.Benchmarks.Chaos;

/// <summary>A fault that was made.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Node">Number of the node that it befell, or null.</param>
/// <param name="Incarnation">How that node's dialers sign, up to the generation, or null: address and port of its silo.</param>
/// <param name="At">When it began, monotonic.</param>
/// <param name="Over">When what was stopped went on, monotonic; the same as the beginning where nothing goes on.</param>
/// <param name="Answered">Whose answers were stored by the beginning; read before it.</param>
/// <param name="Read">When that had been read, monotonic: whoever is called later is called after a stored answer.</param>
internal sealed record ChaosFault(
    ChaosFaultKind Kind,
    int? Node,
    string? Incarnation,
    TimeSpan At,
    TimeSpan Over,
    IReadOnlySet<ChaosDelivery> Answered,
    TimeSpan Read
)
{
    /// <summary>Whether a node went, for a while or for good.</summary>
    public bool TakesANode => Kind is ChaosFaultKind.Kill or ChaosFaultKind.Freeze;
}
