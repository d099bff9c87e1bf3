namespace Burgernet.Api.Problems;

/// <summary>One reason for which a request is refused.</summary>
/// <param name="Code">Stable, kebab-case: the <c>reason</c> member.</param>
/// <param name="Type">The class it belongs to.</param>
/// <param name="English">The detail in English, a composite format string.</param>
/// <param name="Dutch">The detail in Dutch, with the same placeholders.</param>
internal sealed record ProblemReason(string Code, ProblemType Type, string English, string Dutch);
