namespace Burgernet.Sip.Media;

/// <summary>The call behind a leg.</summary>
internal readonly record struct MediaOwner(bool IsIncoming, int Slot, uint Generation);
