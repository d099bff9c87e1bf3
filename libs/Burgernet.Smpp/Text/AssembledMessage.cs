using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Text;

/// <summary>A message whose segments have all come, or that had only one.</summary>
/// <param name="Source">Who sent it.</param>
/// <param name="Destination">Whom it was sent to.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Segments">How many SMS it came in.</param>
public sealed record AssembledMessage(SmppAddress Source, SmppAddress Destination, string Text, int Segments);
