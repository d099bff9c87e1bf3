namespace Burgernet.Api.Actions;

/// <summary>What came with an act on an action.</summary>
/// <param name="Reason">Why, in the dispatcher's words, or null.</param>
/// <param name="Body">The body's bytes, for the fingerprint.</param>
/// <param name="Fields">The members of the body, or null where there is none.</param>
internal sealed record ActReading(string? Reason, ReadOnlyMemory<byte> Body, Json.JsonFields? Fields);
