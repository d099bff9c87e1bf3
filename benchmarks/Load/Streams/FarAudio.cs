using System.Net;
using Burgernet.Sip.Media;

namespace Burgernet.Benchmarks.Load.Streams;

/// <summary>Receives all RTP of a run on a few ports, from a thread of its own, by the moments at which the kernel took each packet in.</summary>
internal sealed class FarAudio : IDisposable
{
    /// <summary>Ports; the first is for the calls that tshark watches.</summary>
    private const int PortCount = 16;

    private const int LookEvery = 4;
    private const int BufferBytes = 16 << 20;

    private readonly RtpPort[] _ports = new RtpPort[PortCount];
    private readonly ReceivedBatch _batch = new();
    private readonly PacingClock _clock = new(TimeProvider.System);
    private readonly Lock _gate = new();
    private readonly Dictionary<(int Port, uint Source), ReceivedStream> _streams = [];
    private readonly long[] _packets = new long[65_536];
    private readonly int _most;
    private readonly Thread _thread;
    private volatile bool _isStopping;

    /// <summary>Binds the ports and begins.</summary>
    /// <param name="most">Most packets a stream whose moments are kept.</param>
    public FarAudio(int most)
    {
        _most = most;
        for (var i = 0; i < PortCount; i++)
        {
            (_ports[i], Numbers[i]) = Bind();
        }

        _thread = new Thread(Run) { IsBackground = true, Name = "far-audio" };
        _thread.Start();
    }

    /// <summary>The ports' numbers.</summary>
    public int[] Numbers { get; } = new int[PortCount];

    /// <summary>Every stream there was, by the port that it came from and its SSRC.</summary>
    public IReadOnlyCollection<ReceivedStream> Streams => _streams.Values;

    public long Control { get; private set; }

    /// <summary>Bytes that were neither RTP nor RTCP.</summary>
    public long Strange { get; private set; }

    /// <summary>Packets that have come from a port of the peer since its last call there began.</summary>
    public long Finish(int sourcePort)
    {
        lock (_gate)
        {
            var packets = _packets[sourcePort];
            _packets[sourcePort] = 0;
            return packets;
        }
    }

    /// <summary>Takes in what waits, now.</summary>
    public void Look()
    {
        lock (_gate)
        {
            foreach (var port in _ports)
            {
                Drain(port);
            }
        }
    }

    public void Dispose()
    {
        _isStopping = true;
        _thread.Join();
        foreach (var port in _ports)
        {
            port.Dispose();
        }

        _clock.Dispose();
    }

    private static (RtpPort Port, int Number) Bind()
    {
        for (var number = 32_000; ; number += 2)
        {
            try
            {
                return (RtpPort.Bind(IPAddress.Loopback, number, BufferBytes), number);
            }
            catch (System.Net.Sockets.SocketException) when (number < 32_700)
            {
                // Taken: the next.
            }
        }
    }

    private void Run()
    {
        while (!_isStopping)
        {
            Look();
            _clock.SleepUntil(_clock.Now + LookEvery);
        }
    }

    private void Drain(RtpPort port)
    {
        do
        {
            port.Receive(_batch);
            for (var i = 0; i < _batch.Count; i++)
            {
                Take(_batch.Datagram(i), _batch.Source(i).Port, _batch.ArrivedAt(i));
            }
        } while (_batch.IsFull);
    }

    private void Take(ReadOnlySpan<byte> bytes, int source, long at)
    {
        if (Rtcp.IsControl(bytes))
        {
            Control++;
            return;
        }

        if (!RtpPacket.TryParse(bytes, out var packet))
        {
            Strange++;
            return;
        }

        if (!_streams.TryGetValue((source, packet.Source), out var stream))
        {
            stream = new ReceivedStream(_most);
            _streams.Add((source, packet.Source), stream);
        }

        _packets[source]++;
        stream.Take(packet, at);
    }
}
