namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>expansion-plan-ended</c>.</summary>
/// <param name="RadiusMetres">How far it came, in metres.</param>
/// <param name="Completed">Whether that is the largest radius; else a dispatcher ended it.</param>
/// <param name="Reason">Why, in the dispatcher's words, or null.</param>
public sealed record ExpansionPlanEndedData(double RadiusMetres, bool Completed, string? Reason = null);
