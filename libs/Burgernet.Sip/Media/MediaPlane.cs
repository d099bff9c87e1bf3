using System.Net;
using System.Net.Sockets;
using Burgernet.Sip.Threading;

namespace Burgernet.Sip.Media;

/// <summary>RTP ports and the one thread that paces all of them.</summary>
internal sealed class MediaPlane : IMediaPlane, IDisposable
{
    /// <summary>How long a port rests after a call, so that late packets of one call never reach the next.</summary>
    private static readonly long Quarantine = TimeSpan.FromSeconds(2).Ticks;

    private readonly IPAddress _address;
    private readonly int _firstPort;
    private readonly int _portCount;
    private readonly BoundedQueue<MediaNews> _news;
    private readonly Action _wakeSignalling;
    private readonly BoundedQueue<RtpLeg> _returned;
    private readonly Queue<RtpLeg> _resting = new();
    private readonly List<RtpLeg> _all = [];
    private readonly bool[] _bound;
    private readonly Random _random;
    private readonly Pacer _pacer;
    private int _cursor;

    public MediaPlane(SipEndpointOptions options, TimeProvider time, Random random, BoundedQueue<MediaNews> news, Action wakeSignalling)
    {
        _address = options.Listen.Address;

        // RFC 3550 §11: RTP on even ports.
        _firstPort = (options.FirstMediaPort + 1) & ~1;
        _portCount = Math.Max(0, ((options.LastMediaPort - _firstPort) / 2) + 1);
        _bound = new bool[_portCount];
        _news = news;
        _wakeSignalling = wakeSignalling;
        _random = random;
        _returned = new BoundedQueue<RtpLeg>(_portCount + 1);

        // Endpoints on one machine that share a range begin at different places.
        _cursor = _portCount == 0 ? 0 : random.Next(_portCount);
        _pacer = new Pacer(this, time, _portCount + 1);
    }

    public MediaMeters Meters { get; } = new();

    /// <summary>Scratch of the signalling thread for draining sockets.</summary>
    public byte[] OpenBuffer { get; } = new byte[2_048];

    public void Start() => _pacer.Start();

    public MediaLeg? TryOpen(MediaOwner owner, long now)
    {
        while (_returned.TryDequeue(out var back))
        {
            back.RestingSince = now;
            _resting.Enqueue(back);
        }

        var leg = _resting.TryPeek(out var oldest) && now - oldest.RestingSince >= Quarantine ? _resting.Dequeue() : Bind();
        if (leg is null && !_resting.TryDequeue(out leg))
        {
            return null;
        }

        // RFC 3550 §5.1: sequence, timestamp and SSRC begin at random.
        leg.Open(owner, (uint)_random.NextInt64(1L << 32), (ushort)_random.Next(1 << 16), (uint)_random.NextInt64(1L << 32));
        return leg;
    }

    public bool Tell(in MediaNews news)
    {
        if (!_news.TryEnqueue(news))
        {
            Meters.NewsDropped++;
            return false;
        }

        _wakeSignalling();
        return true;
    }

    public void Pace(RtpLeg leg) => _pacer.Add(leg);

    /// <summary>A leg that left its slot, or never had one.</summary>
    public void GiveBack(RtpLeg leg) => _returned.TryEnqueue(leg);

    /// <summary>Stops the thread, then closes all ports. The signalling thread must have ended.</summary>
    public void Dispose()
    {
        _pacer.Dispose();
        foreach (var leg in _all)
        {
            leg.Dispose();
        }
    }

    private RtpLeg? Bind()
    {
        for (var i = 0; i < _portCount; i++)
        {
            var index = _cursor;
            _cursor = (_cursor + 1) % _portCount;
            if (_bound[index])
            {
                continue;
            }

            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
            try
            {
                var port = _firstPort + (index * 2);
                socket.Bind(new IPEndPoint(_address, port));
                var leg = new RtpLeg(this, socket, port);
                _bound[index] = true;
                _all.Add(leg);
                return leg;
            }
            catch (SocketException)
            {
                // Another process has it; a later round may find it free.
                Meters.PortsTaken++;
                socket.Dispose();
            }
        }

        return null;
    }
}
