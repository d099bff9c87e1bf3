using Burgernet.Participants;

namespace Burgernet.Grains.Actions;

/// <summary>A message in an event: its hash stands for its sound.</summary>
public sealed record MessageData(Language Language, int DurationMilliseconds, string Sha256);
