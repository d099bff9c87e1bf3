namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>archived</c>.</summary>
/// <param name="Reason">Why, in the dispatcher's words, or null.</param>
public sealed record ArchivedData(string? Reason);
