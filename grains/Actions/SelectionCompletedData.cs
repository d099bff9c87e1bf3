namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>selection-completed</c>.</summary>
/// <param name="Selected">People of all waves until then.</param>
/// <param name="Wave">The wave; null for the first.</param>
public sealed record SelectionCompletedData(int Selected, int? Wave = null);
