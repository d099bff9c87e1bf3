namespace Burgernet.Grains.Participants;

/// <summary>How far the locations of the register have been put into the borders of a configuration.</summary>
/// <param name="Version">Which borders; empty for none.</param>
/// <param name="After">The last participant whose locations were, or null.</param>
/// <param name="Done">Whether all were.</param>
public sealed record BorderProgress(string Version, Guid? After, bool Done);
