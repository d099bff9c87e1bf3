namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>selection-completed</c>.</summary>
public sealed record SelectionCompletedData(int Selected);
