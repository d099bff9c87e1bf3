using System.Runtime.InteropServices;

namespace Burgernet.Grains.Dialing;

/// <summary>How a trunk stands.</summary>
/// <param name="Phase">Whether it takes calls, rests, or is tried.</param>
/// <param name="TakesCalls">Whether it would take a call now: it does not rest, and a line and a call a second are left.</param>
/// <param name="Lines">Lines leased to this node's dialer.</param>
/// <param name="Busy">Of them, how many hold a call.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TrunkView(TrunkPhase Phase, bool TakesCalls, int Lines, int Busy);
