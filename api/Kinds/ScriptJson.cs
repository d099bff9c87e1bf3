namespace Burgernet.Api.Kinds;

/// <summary>What is said before and after the description.</summary>
/// <param name="Opening">The first sentence.</param>
/// <param name="Closing">The last sentences.</param>
public sealed record ScriptJson(string Opening, string Closing);
