using Burgernet.Sip;
using Burgernet.Sip.Transport;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>What a message over a connection allocates, on all threads together, once the connection is warm. Nothing else runs meanwhile.</summary>
[Collection(Alone)]
public sealed class StreamAllocationTests
{
    public const string Alone = "alone";

    private const int Attempts = 5;
    private const int Rounds = 400;
    private const int Burst = 20;

    /// <summary>Bytes.</summary>
    private const int SmallestObject = 24;

    [Theory]
    [InlineData(SipTransport.Tcp)]
    [InlineData(SipTransport.Tls)]
    public void Messages_SentAndReceived_AllocateNothing(SipTransport transport)
    {
        using var line = new Line(transport);
        line.Run(200);

        // There and back. The runtime's own threads allocate a little now and then; what a message costs, it costs each time.
        const int Messages = Rounds * Burst * 2;

        // TLS was seen to take 0.3 to 2 bytes a message, far from an object (24 bytes) for each. They are SslStream's: over 2.4 million messages the
        // runtime's AllocationSampled events (keyword 0x80000000000) named two types only, the state machine of SslStream.ReadAsyncInternal, 160 bytes,
        // and byte[32792], the buffer that it rents for a read. Both come from pools by thread and core, which miss where a read that had to wait
        // ends on another thread than it began on: the busier the machine, the oftener (two of those buffers in one run of 16,000 messages were seen).
        // So half of the smallest object a message is the limit: any object of ours for each is twice over it.
        var most = transport == SipTransport.Tls ? Messages * SmallestObject / 2 : Messages / 4;
        var least = long.MaxValue;
        for (var attempt = 0; attempt < Attempts && least >= most; attempt++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            line.Run(Rounds);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Assert.True(least < most, $"{least} bytes for {Messages} messages over {transport}");
    }

    /// <summary>Two ends in one thread that send to and fro.</summary>
    private sealed class Line : IDisposable
    {
        private static readonly byte[] Message = [.. "OPTIONS sip:a@b SIP/2.0\r\nl: 600\r\n\r\n"u8, .. new byte[600]];

        private readonly TestAuthority _authority = new();
        private readonly Counter _here = new();
        private readonly Counter _there = new();
        private readonly StreamTransport _caller;
        private readonly StreamTransport _carrier;
        private readonly StreamListener _listener;
        private readonly Hop _peer;
        private int _sent;

        public Line(SipTransport transport)
        {
            var tls = new TlsServerHandshake(new SipTlsListenerOptions { Certificate = _authority.Issue("carrier.test") });
            _listener = new StreamListener(new(System.Net.IPAddress.Loopback, 0), transport, transport == SipTransport.Tls ? tls : null);
            _caller = New(_here);
            _carrier = New(_there);
            _carrier.Listen(_listener);
            _there.Answer = from => _carrier.Send(Message, from);
            var options = new SipTrunkOptions
            {
                Name = "line",
                Peer = _listener.EndPoint,
                Transport = transport,
                Tls = new SipTlsOptions { HostName = "carrier.test", Authorities = _authority.Trust },
            };
            _peer = StreamRig.NewTrunk(options).Hop;
        }

        public void Run(int rounds)
        {
            for (var round = 0; round < rounds; round++)
            {
                for (var i = 0; i < Burst; i++)
                {
                    _caller.Send(Message, _peer);
                    _sent++;
                }

                var spin = default(SpinWait);
                for (var turn = 0; _here.Count < _sent; turn++)
                {
                    if (turn == 1_000_000)
                    {
                        Assert.Fail($"{_here.Count} of {_sent} answers; lost: {_here.Lost} {_there.Lost}");
                    }

                    _caller.Flush();
                    _carrier.Turn(0);
                    _carrier.Flush();
                    _caller.Turn(0);
                    spin.SpinOnce();
                }
            }
        }

        public void Dispose()
        {
            _caller.Dispose();
            _carrier.Dispose();
            _authority.Dispose();
        }

        private static StreamTransport New(IStreamUser user) =>
            new(new SipConnectionOptions(), System.Net.IPAddress.Loopback, new Random(1), () => { }) { User = user };
    }

    private sealed class Counter : IStreamUser
    {
        public int Count { get; private set; }

        public SipConnectionFailure Lost { get; private set; }

        public Action<Hop>? Answer { get; set; }

        public void OnMessage(ReadOnlySpan<byte> message, in Hop from)
        {
            Count++;
            Answer?.Invoke(from);
        }

        public void OnBrokenHead(ReadOnlySpan<byte> head, in Hop from, FrameKind kind) => Lost = SipConnectionFailure.NotSip;

        public void OnLost(FlowId flow, SipConnectionFailure failure) => Lost = failure;
    }
}
