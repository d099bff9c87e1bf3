namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>A change that nodes of the last release, or what they stored, do not survive.</summary>
/// <param name="Rule">Which rule it breaks: <c>removed</c>, <c>renumbered</c>, <c>retyped</c>, <c>reused</c>, <c>alias</c>, <c>shape</c>, <c>demanding</c>.</param>
/// <param name="Subject">Of what: <c>message burgernet.tip 0</c>.</param>
/// <param name="Explanation">What is wrong, for whoever made the change.</param>
public sealed record ContractBreach(string Rule, string Subject, string Explanation)
{
    /// <summary>What a line of the file of breaks begins with that lets it through.</summary>
    public string Key => $"{Rule} {Subject}";
}
