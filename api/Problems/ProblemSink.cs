namespace Burgernet.Api.Problems;

/// <summary>Keeps the first problem that reading a request meets, so that readers can go on without a branch at each field.</summary>
internal sealed class ProblemSink
{
    /// <summary>The first problem, or null so far.</summary>
    public ApiProblem? First { get; private set; }

    /// <summary>Adds a problem.</summary>
    public void Add(ApiProblem problem) => First ??= problem;

    /// <summary>Adds a problem.</summary>
    public void Add(ProblemReason reason, string? field, params object[] arguments) => First ??= new ApiProblem(reason, field, arguments);
}
