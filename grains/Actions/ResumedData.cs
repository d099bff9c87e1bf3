namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>resumed</c>.</summary>
/// <param name="Epoch">The epoch that it begins.</param>
/// <param name="Reason">Why, in the dispatcher's words, or null.</param>
public sealed record ResumedData(int Epoch, string? Reason);
