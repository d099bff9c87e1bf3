using Burgernet.Api.Problems;

namespace Burgernet.Api.Access;

/// <summary>Who calls, or why nobody is let in; exactly one of the two.</summary>
/// <param name="Caller">Who.</param>
/// <param name="Problem">Why not.</param>
internal readonly record struct AccessDecision(Caller? Caller, ApiProblem? Problem);
