namespace Burgernet.Api.Problems;

/// <summary>Why a request was refused (RFC 9457, application/problem+json).</summary>
public sealed record ProblemJson
{
    /// <summary>The class of problem, a name to branch on: <c>urn:burgernet:problem:…</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The class in words, in the language of the answer.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong and what helps, in the language of the answer.</summary>
    public required string Detail { get; init; }

    /// <summary>Which field, part, header or parameter: <c>area.radiusMetres</c>, <c>message-nl</c>, <c>Idempotency-Key</c>.</summary>
    public string? Field { get; init; }

    /// <summary>The exact reason, a name to branch on.</summary>
    public required string Reason { get; init; }

    /// <summary>All that is wrong with what was sent, where all of it was looked at; the first is told above too.</summary>
    public IReadOnlyList<ProblemErrorJson>? Errors { get; init; }
}
