using System.Runtime.InteropServices;

namespace Burgernet.Sip.Transport;

/// <summary>The next piece of a stream and its length in bytes; for the faults of a head, that of the head.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Frame(FrameKind Kind, int Length);
