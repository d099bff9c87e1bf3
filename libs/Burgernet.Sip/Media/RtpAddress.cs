using System.Runtime.InteropServices;

namespace Burgernet.Sip.Media;

/// <summary>Where RTP comes from or goes to, in host order: IPv4 address and UDP port. The default is none.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RtpAddress(uint Host, ushort Port)
{
    public bool IsNone => Port == 0;
}
