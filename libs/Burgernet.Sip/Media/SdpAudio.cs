using System.Runtime.InteropServices;

namespace Burgernet.Sip.Media;

/// <summary>What a session description says about its first usable audio stream.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SdpAudio
{
    /// <summary>No payload type.</summary>
    public const int None = -1;

    /// <summary>IPv4 address to send to; 0 puts the stream on hold (RFC 2543 style).</summary>
    public uint Address { get; init; }

    public int Port { get; init; }

    /// <summary>8 for A-law, 0 for µ-law: the first of the two that is listed.</summary>
    public int Codec { get; init; }

    /// <summary>The peer's payload type for telephone-event at 8 kHz, or <see cref="None"/>.</summary>
    public int TelephoneEvent { get; init; }

    /// <summary>a=sendrecv or a=recvonly: the peer wants to hear us.</summary>
    public bool PeerReceives { get; init; }

    public bool IsHeld => !PeerReceives || Address == 0;
}
