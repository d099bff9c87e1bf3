using System.Net;
using System.Net.Sockets;
using System.Text;
using Burgernet.Sip.Threading;

namespace Burgernet.Sip.Media;

/// <summary>RTP ports and the threads that pace all of them.</summary>
/// <remarks>A port stays bound once it was, for the next call. A new one is bound only where none has rested
/// long enough, so there are as many as calls were ever under way or over for less than the rest at one time, and never more than the range has.</remarks>
internal sealed class MediaPlane : IMediaPlane, IDisposable
{
    /// <summary>How many calls a thread paces before another one helps: half a core where this was measured, so that a hiccup is made up for at once.</summary>
    private const int LegsPerThread = 2_500;

    /// <summary>After all ports were tried in vain, other programs' ports are not tried again for so long: each costs a system call and an exception.</summary>
    private static readonly long BindingPause = TimeSpan.TicksPerSecond;

    private readonly IPAddress _address;
    private readonly long _rest;
    private readonly int _firstPort;
    private readonly int _portCount;
    private readonly BoundedQueue<MediaNews> _news;
    private readonly Action _wakeSignalling;
    private readonly BoundedQueue<RtpLeg> _returned;
    private readonly Queue<RtpLeg> _resting = new();
    private readonly List<RtpLeg> _all = [];
    private readonly bool[] _bound;
    private readonly Random _random;
    private readonly Pacer[] _pacers;
    private int _cursor;
    private int _boundCount;
    private long _nextBinding = long.MinValue;

    public MediaPlane(SipEndpointOptions options, TimeProvider time, Random random, BoundedQueue<MediaNews> news, Action wakeSignalling)
    {
        _address = options.Listen.Address;
        _rest = options.MediaPortRest.Ticks;
        _firstPort = FirstPort(options);
        _portCount = PortCount(options);
        _bound = new bool[_portCount];
        _news = news;
        _wakeSignalling = wakeSignalling;
        _random = random;
        Time = time;
        _returned = new BoundedQueue<RtpLeg>(_portCount + 1);

        // Endpoints on one machine that share a range begin at different places.
        _cursor = _portCount == 0 ? 0 : random.Next(_portCount);
        var name = new byte[Rtcp.NameLength * 3 / 4];
        random.NextBytes(name);
        Name = Encoding.ASCII.GetBytes(Convert.ToBase64String(name));
        _pacers = new Pacer[Threads(options)];
        for (var i = 0; i < _pacers.Length; i++)
        {
            _pacers[i] = new Pacer(this, time, _portCount + 1, options.MediaPriority, $"sip-media-{i}");
        }

        Meters = new MediaMeters(
            [Scratch.Counts, .. _pacers.Select(pacer => pacer.Scratch.Counts)],
            () => _pacers.Min(pacer => pacer.Priority),
            () => Volatile.Read(ref _boundCount)
        );
    }

    public MediaMeters Meters { get; }

    public TimeProvider Time { get; }

    /// <summary>The signalling thread's, for opening and closing legs.</summary>
    public MediaScratch Scratch { get; } = new();

    /// <summary>Our CNAME in RTCP.</summary>
    public byte[] Name { get; }

    /// <summary>How many ports a range has: RTP sits on even ones (RFC 3550 §11).</summary>
    public static int PortCount(SipEndpointOptions options) => Math.Max(0, ((options.LastMediaPort - FirstPort(options)) / 2) + 1);

    public void Start()
    {
        foreach (var pacer in _pacers)
        {
            pacer.Start();
        }
    }

    public MediaLeg? TryOpen(MediaOwner owner, long now)
    {
        while (_returned.TryDequeue(out var back))
        {
            back.RestingSince = now;
            _resting.Enqueue(back);
        }

        var leg = _resting.TryPeek(out var oldest) && now - oldest.RestingSince >= _rest ? _resting.Dequeue() : Bind(now);
        if (leg is null)
        {
            return null;
        }

        // RFC 3550 §5.1: sequence, timestamp and SSRC begin at random.
        leg.Open(owner, (uint)_random.NextInt64(1L << 32), (ushort)_random.Next(1 << 16), (uint)_random.NextInt64(1L << 32));
        return leg;
    }

    public bool Tell(in MediaNews news, MediaCounts counts)
    {
        if (!_news.TryEnqueue(news))
        {
            counts.NewsDropped++;
            return false;
        }

        _wakeSignalling();
        return true;
    }

    public void Pace(RtpLeg leg) => _pacers[leg.Port / 2 % _pacers.Length].Add(leg);

    /// <summary>A leg that left its slot, or never had one.</summary>
    public void GiveBack(RtpLeg leg) => _returned.TryEnqueue(leg);

    /// <summary>Stops the threads, then closes all ports. The signalling thread must have ended.</summary>
    public void Dispose()
    {
        foreach (var pacer in _pacers)
        {
            pacer.Dispose();
        }

        foreach (var leg in _all)
        {
            leg.Dispose();
        }
    }

    private static int FirstPort(SipEndpointOptions options) => (options.FirstMediaPort + 1) & ~1;

    /// <summary>How many pacing threads an endpoint has.</summary>
    public static int Threads(SipEndpointOptions options) =>
        options.MediaThreads > 0
            ? options.MediaThreads
            : Math.Clamp((options.MaxCalls + LegsPerThread - 1) / LegsPerThread, 1, Environment.ProcessorCount);

    private RtpLeg? Bind(long now)
    {
        if (now < _nextBinding)
        {
            return null;
        }

        for (var i = 0; i < _portCount; i++)
        {
            var index = _cursor;
            _cursor = (_cursor + 1) % _portCount;
            if (_bound[index])
            {
                continue;
            }

            try
            {
                var port = _firstPort + (index * 2);
                var leg = new RtpLeg(this, RtpPort.Bind(_address, port), port);
                _bound[index] = true;
                _all.Add(leg);
                Volatile.Write(ref _boundCount, _all.Count);
                return leg;
            }
            catch (SocketException fault) when (fault.SocketErrorCode == SocketError.TooManyOpenSockets)
            {
                // No descriptor left: the next port would fare no better.
                Scratch.Counts.DescriptorsLacking++;
                return null;
            }
            catch (SocketException)
            {
                // Another process has it; a later round may find it free.
                Scratch.Counts.PortsTaken++;
            }
        }

        _nextBinding = now + BindingPause;
        return null;
    }
}
