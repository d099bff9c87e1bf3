using System.Runtime.InteropServices;

namespace Burgernet.Sip.Admission;

/// <summary>What a trunk's admission is decided by.</summary>
/// <param name="Calls">Calls that hold a channel.</param>
/// <param name="Unanswered">INVITEs without any response.</param>
/// <param name="RestsUntil">When a rest ends (503 with Retry-After), in ticks.</param>
/// <param name="IsOverloaded">By <see cref="OverloadPolicy"/>.</param>
/// <param name="NextProbe">When, during an overload, one call may try whether it is over, in ticks.</param>
/// <param name="NextStart">When the rate allows the next start, in ticks.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TrunkState(int Calls, int Unanswered, long RestsUntil, bool IsOverloaded, long NextProbe, long NextStart);
