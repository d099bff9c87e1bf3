using System.CommandLine;
using System.Diagnostics;
using System.Net;
using System.Text;
using Burgernet.Sip;
using Burgernet.Sip.Dialogs;
using Burgernet.Sip.Media;
using Burgernet.Sip.Transactions;
using Burgernet.Sip.Transport;

namespace Burgernet.Benchmarks.Load;

/// <summary><c>benchmarks -- fuzz</c>: mutated messages into the whole signalling core; it must neither throw nor grow.</summary>
internal sealed class FuzzCommand : ISipWire, IMediaPlane, ISipIncomingCallHandler
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "\r\n",
            "\r\n\r\n",
            ";",
            ",",
            "<",
            ">",
            "\"",
            ":",
            "=",
            " ",
            "%00",
            ";tag=",
            ";branch=z9hG4bK",
            ";lr",
            "sip:",
            "SIP/2.0",
            "Via: ",
            "Route: ",
            "Record-Route: ",
            "Content-Length: ",
            "c=IN IP4 ",
            "m=audio ",
            "4294967296",
            "-1",
        }.Select(Encoding.ASCII.GetBytes),
    ];

    private readonly SipCore _core;
    private readonly Hop _peer = Hop.Udp(new IPEndPoint(IPAddress.Loopback, 5060));
    private readonly List<byte[]> _seeds = [];
    private readonly Random _random;
    private byte[] _lastSent = [];
    private long _now;

    private FuzzCommand(int seed, IEnumerable<byte[]> seeds)
    {
        _random = new Random(seed);
        _seeds.AddRange(seeds);
        var options = new SipEndpointOptions { IncomingCalls = this, MaxCalls = 1_000 };
        var context = new SipContext(options, new IPEndPoint(IPAddress.Loopback, 5080), this, this, new Random(seed));
        _core = new SipCore(context, new OutgoingSlots(1_000), new CallCount(), command => _core!.On(command, _now));
    }

    public static Command Create()
    {
        var inputs = new Option<long>("--inputs") { Description = "Messages.", DefaultValueFactory = _ => 10_000_000 };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
        var folder = new Option<string>("--messages")
        {
            Description = "Folder of *.dat messages to start from.",
            DefaultValueFactory = _ => Path.Combine("tests", "Unit", "Signalling", "Rfc4475"),
        };
        var report = new Option<string?>("--report") { Description = "File to write the result to." };
        var command = new Command("fuzz", "Mutated SIP messages into the signalling core.") { inputs, seed, folder, report };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var seeds = Directory.GetFiles(parsed.GetValue(folder)!, "*.dat").Order(StringComparer.Ordinal).Select(File.ReadAllBytes);
                var line = new FuzzCommand(parsed.GetValue(seed), seeds).Run(parsed.GetValue(inputs), parsed.GetValue(seed));
                Console.WriteLine(line);
                if (parsed.GetValue(report) is { } file)
                {
                    await File.WriteAllTextAsync(file, line + "\n", cancellation);
                }

                return 0;
            }
        );
        return command;
    }

    public void OnInvite(SipIncomingCall call)
    {
        switch (_random.Next(4))
        {
            case 0:
                call.Reject(486);
                break;
            case 1:
                call.Answer();
                break;
            case 2:
                call.Ring();
                call.HangUp();
                break;
            default:
                call.Ring();
                call.Reject(480);
                break;
        }
    }

    public Hop Send(ReadOnlySpan<byte> message, in Hop to)
    {
        // What we sent is fed back, mutated, now and then: only so are our own tags and branches ever met.
        if (_random.Next(64) == 0)
        {
            _lastSent = message.ToArray();
        }

        return to;
    }

    public MediaLeg? TryOpen(MediaOwner owner, long now) => new SilentLeg();

    private string Run(long inputs, int seed)
    {
        var clock = Stopwatch.StartNew();
        var buffer = new byte[8_192];
        long early = 0;
        for (long i = 0; i < inputs; i++)
        {
            var length = Mutate(buffer);
            _core.OnMessage(buffer.AsSpan(0, length), _peer, _now);
            if (i % 16 == 0)
            {
                // A second for sixteen messages: everything kept for 64·T1 comes and goes.
                _now += TimeSpan.TicksPerSecond;
                _core.OnTime(_now);
            }

            if (i == inputs / 10)
            {
                early = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        _now += TimeSpan.FromMinutes(5).Ticks;
        _core.OnTime(_now);
        _core.Abandon(_now);
        _now += TimeSpan.FromMinutes(5).Ticks;
        _core.OnTime(_now);
        var late = GC.GetTotalMemory(forceFullCollection: true);
        var refused = _core.Context.Meters.ParseFaults.Sum();
        return $"{inputs} inputs, seed {seed}: no exception; {refused} refused by the parser, {_core.Context.Meters.IncomingCalls} became calls; "
            + $"{_core.LivingClientTransactions + _core.LivingServerTransactions} transactions and {_core.Count.Active} calls left; "
            + $"heap {early / 1024} KiB after a tenth, {late / 1024} KiB at the end; {inputs / clock.Elapsed.TotalSeconds:0} inputs/s.";
    }

    private int Mutate(byte[] buffer)
    {
        var source = _lastSent.Length > 0 && _random.Next(4) == 0 ? _lastSent : _seeds[_random.Next(_seeds.Count)];
        var length = Math.Min(source.Length, buffer.Length - 256);
        source.AsSpan(0, length).CopyTo(buffer);
        for (var changes = _random.Next(6); changes > 0 && length > 8; changes--)
        {
            var at = _random.Next(length);
            switch (_random.Next(5))
            {
                case 0:
                    buffer[at] = (byte)_random.Next(256);
                    break;
                case 1:
                    // A piece is cut out.
                    var cut = Math.Min(_random.Next(1, 40), length - at);
                    buffer.AsSpan(at + cut, length - at - cut).CopyTo(buffer.AsSpan(at));
                    length -= cut;
                    break;
                case 2:
                    var token = Tokens[_random.Next(Tokens.Length)];
                    if (length + token.Length < buffer.Length)
                    {
                        buffer.AsSpan(at, length - at).CopyTo(buffer.AsSpan(at + token.Length));
                        token.CopyTo(buffer, at);
                        length += token.Length;
                    }

                    break;
                case 3:
                    // A piece of another message.
                    var other = _seeds[_random.Next(_seeds.Count)];
                    var count = Math.Min(Math.Min(_random.Next(1, 60), other.Length), length - at);
                    other.AsSpan(_random.Next(other.Length - count + 1), count).CopyTo(buffer.AsSpan(at));
                    break;
                default:
                    length = _random.Next(8) == 0 ? at + 1 : length;
                    break;
            }
        }

        return length;
    }

    private sealed class SilentLeg : MediaLeg
    {
        public override int Port => 20_000;

        public override TimeSpan Played => TimeSpan.Zero;

        public override long PacketsReceived => 0;

        public override long BytesReceived => 0;

        public override void Listen(in SdpAudio peer, int ownTelephoneEvent) { }

        public override void Retarget(in SdpAudio peer) { }

        public override void Play(AudioMessage? message) { }

        public override void SendKey(char key) { }

        public override int Close(Span<char> keys) => 0;
    }
}
