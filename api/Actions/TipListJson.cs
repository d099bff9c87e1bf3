namespace Burgernet.Api.Actions;

/// <summary>The tips of an action: the urgent ones first, and each part in order.</summary>
public sealed record TipListJson
{
    /// <summary>The tips, the urgent ones first.</summary>
    public required IReadOnlyList<TipJson> Tips { get; init; }
}
