namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>stopped</c>.</summary>
public sealed record StoppedData(int Epoch, string? Reason);
