using System.Collections.Immutable;
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
    /// <summary>Largest message written, in bytes; what a peer's header fields would make longer is not sent.</summary>
    public const int MaxMessage = 8_192;

    private ImmutableArray<SipTrunk> _trunks = [];
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

    /// <summary>The address that we name where no trunk says otherwise.</summary>
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

    /// <summary>The trunks of this endpoint.</summary>
    public ImmutableArray<SipTrunk> Trunks => _trunks;

    /// <summary>Makes a trunk known; from any thread.</summary>
    public void Add(SipTrunk trunk) => ImmutableInterlocked.Update(ref _trunks, static (all, one) => all.Add(one), trunk);

    /// <summary>The address by which a peer reaches us: what its trunk says, else our own.</summary>
    public uint AddressTowards(in Hop peer)
    {
        foreach (var trunk in _trunks)
        {
            if (trunk.Hop.Address == peer.Address)
            {
                return trunk.Segments.LocalAddress;
            }
        }

        return LocalAddress;
    }

    public void Start(TimerName name, long duration, int index, uint generation, int step = 0) =>
        Timers.Start(name, Now, duration, index, generation, step);

    /// <summary>Sends a request for the first time, and says which connection took it.</summary>
    public Hop SendFirst(ReadOnlySpan<byte> request, in Hop to)
    {
        to.Trunk?.Admission.Sent(Now);
        return Send(request, to);
    }

    /// <summary>Sends a request once more because nothing answered it.</summary>
    /// <param name="request">The same bytes.</param>
    /// <param name="to">The same way.</param>
    /// <param name="step">Which repetition, from 1.</param>
    public void SendAgain(ReadOnlySpan<byte> request, in Hop to, int step)
    {
        Meters.Retransmissions++;
        to.Trunk?.Admission.SentAgain(Now, step);
        Send(request, to);
    }

    /// <summary>Timer B or F: nothing answered a request. The connection that took it may be dead.</summary>
    public void Doubt(in Hop hop)
    {
        if (!hop.Flow.IsNone)
        {
            Wire.Doubt(hop.Flow, TimeSpan.FromTicks(Longest));
        }
    }

    /// <summary>Sends, and says which connection took it.</summary>
    public Hop Send(ReadOnlySpan<byte> message, in Hop to)
    {
        if (message.IsEmpty)
        {
            // It did not fit, see MessageWriter.Written.
            Meters.Oversized++;
            return to;
        }

        return Wire.Send(message, to);
    }
}
