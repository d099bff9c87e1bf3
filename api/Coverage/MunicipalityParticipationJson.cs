namespace Burgernet.Api.Coverage;

/// <summary>Fellow participants in a municipality.</summary>
/// <param name="Code">The municipality's code.</param>
/// <param name="Name">Its name; absent where it is not known.</param>
/// <param name="Participants">Active participants with a location there, rounded down to a multiple of five; absent where fewer than five.</param>
public sealed record MunicipalityParticipationJson(string Code, string? Name, int? Participants);
