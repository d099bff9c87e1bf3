using System.Runtime.InteropServices;

namespace Burgernet.Sip.Transport;

/// <summary>Names one connection: a slot and the generation of its use (1 and up), so that a stale name reaches nothing. The default is no connection.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FlowId(int Slot, uint Generation)
{
    public bool IsNone => Generation == 0;
}
