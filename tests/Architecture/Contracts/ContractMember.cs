namespace Burgernet.Tests.Architecture.Contracts;

/// <summary>A part of a <see cref="Contract"/>.</summary>
/// <param name="Key">What it is found by: the id of a member, the place of a parameter, the number of a value, a name in JSON. Without blanks.</param>
/// <param name="Name">What it is called in code. Without blanks.</param>
/// <param name="Type">What stands in it; empty where the key says all.</param>
public sealed record ContractMember(string Key, string Name, string Type);
