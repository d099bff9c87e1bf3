namespace Burgernet.Api.Problems;

/// <summary>A class of problems that a client may branch on: the <c>type</c> of RFC 9457 §3.1.1.</summary>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Status">The HTTP status it comes with.</param>
/// <param name="English">The title in English.</param>
/// <param name="Dutch">The title in Dutch.</param>
internal sealed record ProblemType(string Code, int Status, string English, string Dutch)
{
    /// <summary>The type's URI: a name, never to be looked up.</summary>
    public string Uri => $"urn:burgernet:problem:{Code}";
}
