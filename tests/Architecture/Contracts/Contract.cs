namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>One thing that nodes of two versions, or a node and what an older one stored, have to understand alike.</summary>
/// <param name="Kind">What it is; says which rules hold for it.</param>
/// <param name="Name">What it is called on the wire or in the store.</param>
/// <param name="Shape">What it is as a whole: the class behind it, what a method returns, how many bytes.</param>
/// <param name="Members">Its parts, in order.</param>
public sealed record Contract(ContractKind Kind, string Name, string Shape, IReadOnlyList<ContractMember> Members)
{
    /// <summary>How it is told apart from all others: <c>message burgernet.tip</c>.</summary>
    public string Subject => $"{Kind.ToString().ToLowerInvariant()} {Name}";
}
