namespace Burgernet.Silo.Storage;

/// <summary>How many participants there are who were not erased, whatever their status.</summary>
/// <param name="Participants">All of them.</param>
/// <param name="Practice">Those with a practice number.</param>
internal readonly record struct RegisterCount(long Participants, long Practice);
