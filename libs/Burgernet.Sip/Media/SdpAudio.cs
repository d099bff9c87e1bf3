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

    /// <summary>The peer's payload type for the first G.711 that it lists: 8 for A-law, 0 for µ-law, or one that it mapped.</summary>
    public int Codec { get; init; }

    /// <summary>Whether <see cref="Codec"/> is A-law.</summary>
    public bool IsALaw { get; init; }

    /// <summary>The peer's payload type for telephone-event at 8 kHz, or <see cref="None"/>.</summary>
    public int TelephoneEvent { get; init; }

    /// <summary>a=sendrecv or a=recvonly: the peer wants to hear us.</summary>
    public bool PeerReceives { get; init; }

    /// <summary>a=sendrecv or a=sendonly: the peer will be heard.</summary>
    public bool PeerSends { get; init; }

    /// <summary>a=ptime in ms, 0 where it is not said.</summary>
    public int PacketTime { get; init; }

    /// <summary>a=maxptime in ms, 0 where it is not said.</summary>
    public int MostPacketTime { get; init; }

    /// <summary>a=rtcp-mux (RFC 5761), and bandwidth for RTCP was not set to nothing (RFC 3556 §2).</summary>
    public bool TakesControl { get; init; }

    public bool IsHeld => !PeerReceives || Address == 0;
}
