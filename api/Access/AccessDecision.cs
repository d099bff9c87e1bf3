using Burgernet.Actions;
using Burgernet.Api.Problems;

namespace Burgernet.Api.Access;

/// <summary>Who acts, or why nobody is let in; exactly one of the two.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Problem">Why not.</param>
internal readonly record struct AccessDecision(Actor? Actor, ApiProblem? Problem);
