namespace Burgernet.Api.Actions;

/// <summary>The tips of an action, in order.</summary>
public sealed record TipListJson
{
    /// <summary>The tips.</summary>
    public required IReadOnlyList<TipJson> Tips { get; init; }
}
