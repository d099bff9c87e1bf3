using System.Net;
using Burgernet.Sip.Diagnostics;
using Burgernet.Sip.Media;
using Burgernet.Sip.Messages;
using Burgernet.Sip.Threading;
using Burgernet.Sip.Transport;

namespace Burgernet.Sip.Transactions;

/// <summary>What all state machines of one signalling thread share.</summary>
internal sealed class SipContext
{
    /// <summary>Largest message written; more is refused rather than fragmented into many pieces.</summary>
    public const int MaxMessage = 4_096;

    private uint _loose;

    public SipContext(SipEndpointOptions options, IPEndPoint local, ISipWire wire, IMediaPlane media, Random random)
    {
        Options = options;
        Wire = wire;
        Media = media;
        Random = random;
        LocalAddress = Grammar.HostPort.ToUInt32(local.Address);
        LocalPort = local.Port;
        Secret = (ulong)random.NextInt64(long.MinValue, long.MaxValue);
        HashSeed = (ulong)random.NextInt64(long.MinValue, long.MaxValue);
        T1 = options.T1.Ticks;
        T2 = options.T2.Ticks;
        T4 = options.T4.Ticks;
    }

    public SipEndpointOptions Options { get; }

    public ISipWire Wire { get; }

    public IMediaPlane Media { get; }

    public Random Random { get; }

    public Timers Timers { get; } = new();

    public SignallingMeters Meters { get; } = new();

    /// <summary>Time in ticks of 100 ns since the endpoint began; set once per input.</summary>
    public long Now { get; set; }

    public uint LocalAddress { get; }

    /// <summary>Our UDP port.</summary>
    public int LocalPort { get; }

    /// <summary>The TCP port that we listen on, or 0.</summary>
    public int TcpPort { get; init; }

    /// <summary>The TCP port that we listen on for TLS, or 0.</summary>
    public int TlsPort { get; init; }

    /// <summary>64 random bits of this process: part of every branch, tag and Call-ID.</summary>
    public ulong Secret { get; }

    public ulong HashSeed { get; }

    public long T1 { get; }

    public long T2 { get; }

    public long T4 { get; }

    /// <summary>64·T1: Timers B, D, F, H, J, L, M (D of at least 32 s holds for the default T1, §17.1.1.2).</summary>
    public long Longest => 64 * T1;

    /// <summary>Whether peers can open a connection to us.</summary>
    public bool Listens(SipTransport transport) =>
        transport == SipTransport.Udp || (transport == SipTransport.Tcp ? TcpPort : TlsPort) != 0;

    /// <summary>The port that Via and Contact name (§18.1.1); where we do not listen for connections, the UDP port stands in, and answers come by the connection that is open.</summary>
    public int PortOf(SipTransport transport) =>
        transport switch
        {
            SipTransport.Tcp when TcpPort != 0 => TcpPort,
            SipTransport.Tls when TlsPort != 0 => TlsPort,
            _ => LocalPort,
        };

    /// <summary>Room to write one message; used and sent before anything else writes.</summary>
    public byte[] Scratch { get; } = new byte[MaxMessage];

    /// <summary>Room for a session description while its message is written.</summary>
    public byte[] BodyScratch { get; } = new byte[2_048];

    /// <summary>A token for what never comes back to be found.</summary>
    public SipToken NextLoose() => new(SipToken.Loose, 0, ++_loose);

    public void Start(TimerName name, long duration, int index, uint generation, int step = 0) =>
        Timers.Start(name, Now, duration, index, generation, step);

    /// <summary>Sends a request for the first time, and says which connection took it.</summary>
    public Hop SendFirst(ReadOnlySpan<byte> request, in Hop to)
    {
        to.Trunk?.Admission.Sent(Now);
        return Wire.Send(request, to);
    }

    /// <summary>Sends a request once more because nothing answered it.</summary>
    /// <param name="request">The same bytes.</param>
    /// <param name="to">The same way.</param>
    /// <param name="step">Which repetition, from 1.</param>
    public void SendAgain(ReadOnlySpan<byte> request, in Hop to, int step)
    {
        Meters.Retransmissions++;
        to.Trunk?.Admission.SentAgain(Now, step);
        Wire.Send(request, to);
    }

    /// <summary>Sends, and says which connection took it.</summary>
    public Hop Send(ReadOnlySpan<byte> message, in Hop to) => Wire.Send(message, to);
}
