namespace Burgernet.Api.Problems;

/// <summary>One of several things that are wrong.</summary>
public sealed record ProblemErrorJson
{
    /// <summary>Where in the body: a JSON pointer (RFC 6901), <c>/phones/0</c>; absent where it is of no field.</summary>
    public string? Field { get; init; }

    /// <summary>The exact reason, a name to branch on.</summary>
    public required string Reason { get; init; }

    /// <summary>What is wrong, in the language of the answer.</summary>
    public required string Detail { get; init; }
}
