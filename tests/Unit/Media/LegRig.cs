using System.Net;
using System.Net.Sockets;
using Burgernet.Sip;
using Burgernet.Sip.Media;
using Burgernet.Sip.Threading;
using Burgernet.Sip.Transport;
using Burgernet.TestKit;

namespace Burgernet.Tests.Unit.Media;

/// <summary>One leg and a peer with a socket; the pacing thread does not run, a test ticks.</summary>
internal sealed class LegRig : IDisposable
{
    private readonly MediaPlane _plane;
    private readonly Socket _peer = Bind();
    private readonly Socket _stranger = Bind();
    private readonly SocketAddress _leg;
    private readonly List<byte[]> _peersPackets = [];
    private long _now = 20;
    private ushort _sequence;

    public LegRig(AudioMessage? message, Func<SdpAudio, SdpAudio>? change = null, bool isSilent = false)
    {
        var (first, last) = MediaPorts.Next();
        _plane = new MediaPlane(
            new SipEndpointOptions { FirstMediaPort = first, LastMediaPort = last },
            TimeProvider.System,
            new Random(Environment.ProcessId),
            News,
            () => { }
        );
        Leg = (RtpLeg)_plane.TryOpen(new MediaOwner(IsIncoming: false, 3, 7), 0)!;
        _leg = SocketAddresses.Of(new IPEndPoint(IPAddress.Loopback, Leg.Port));
        Description = new SdpAudio
        {
            Address = 0x7f000001,
            Port = ((IPEndPoint)_peer.LocalEndPoint!).Port,
            Codec = 8,
            IsALaw = true,
            TelephoneEvent = 101,
            PeerReceives = true,
            PeerSends = true,
        };
        Description = change?.Invoke(Description) ?? Description;
        if (!isSilent)
        {
            Leg.Listen(Description, 101);
            Leg.Play(message);
        }
    }

    public BoundedQueue<MediaNews> News { get; } = new(64);

    public RtpLeg Leg { get; }

    public MediaScratch Scratch { get; } = new();

    public SdpAudio Description { get; }

    public MediaMeters Signalling => _plane.Meters;

    public int StrangerPort => ((IPEndPoint)_stranger.LocalEndPoint!).Port;

    /// <summary>The samples 0, 1, 2 … of so many frames of 20 ms: each place of the message is told from the others.</summary>
    public static AudioMessage Ramp(int frames) =>
        AudioMessage.FromLinear([.. Enumerable.Range(0, frames * 160).Select(sample => (short)(sample * 20))]);

    /// <summary>Turns for so long.</summary>
    public void Run(int milliseconds)
    {
        for (var end = _now + milliseconds; _now < end; )
        {
            _now += Leg.Tick(_now, _now, Scratch);
            _peersPackets.AddRange(Take(_peer));
        }
    }

    /// <summary>What came to the peer since the last time.</summary>
    public List<byte[]> PeerGets()
    {
        List<byte[]> packets = [.. _peersPackets, .. Take(_peer)];
        _peersPackets.Clear();
        return packets;
    }

    public List<byte[]> StrangerGets() => Take(_stranger);

    public void PeerSends(byte[] packet) => _peer.SendTo(packet, SocketFlags.None, _leg);

    public void StrangerSends(byte[] packet) => _stranger.SendTo(packet, SocketFlags.None, _leg);

    /// <summary>An RTP packet of the peer.</summary>
    public byte[] Packet(int payloadType, int length = 160, uint timestamp = 0, uint source = 9)
    {
        var packet = new byte[12 + length];
        RtpPacket.WriteHeader(packet, payloadType, marker: false, ++_sequence, timestamp == 0 ? _sequence * 160u : timestamp, source);
        return packet;
    }

    /// <summary>A key's packet.</summary>
    public byte[] Key(int number, uint timestamp, int duration = 160)
    {
        var packet = Packet(101, 4, timestamp);
        (packet[12], packet[14], packet[15]) = ((byte)number, (byte)(duration >> 8), (byte)duration);
        return packet;
    }

    public string Heard()
    {
        var keys = "";
        while (News.TryDequeue(out var news))
        {
            keys += news.Key == '\0' ? '.' : news.Key;
        }

        return keys;
    }

    public void Dispose()
    {
        _plane.Dispose();
        _peer.Dispose();
        _stranger.Dispose();
    }

    private static Socket Bind()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private static List<byte[]> Take(Socket socket)
    {
        var packets = new List<byte[]>();
        var buffer = new byte[2_048];
        while (socket.Poll(0, SelectMode.SelectRead))
        {
            packets.Add(buffer[..socket.Receive(buffer)]);
        }

        return packets;
    }
}
