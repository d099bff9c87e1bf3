namespace Burgernet.Api.Kinds;

/// <summary>All kinds of action.</summary>
public sealed record KindListJson
{
    /// <summary>The kinds, in a fixed order.</summary>
    public required IReadOnlyList<KindJson> Kinds { get; init; }
}
