namespace Burgernet.Grains.Coverage;

/// <summary>A municipality as configured.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Inhabitants">Its inhabitants, or null where they are not known.</param>
public sealed record Municipality(string Code, string Name, int? Inhabitants);
