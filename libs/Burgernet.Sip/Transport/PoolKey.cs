using System.Runtime.InteropServices;

namespace Burgernet.Sip.Transport;

/// <summary>What connections are told apart by: transport, address and port (RFC 3261 §18.1.1), and whose settings hold (the trunk, or null).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PoolKey(SipTransport Transport, uint Address, int Port, SipTrunk? Trunk);
