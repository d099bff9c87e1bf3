using System.Net;
using System.Text;
using Burgernet.Sip;
using Burgernet.Sip.Dialogs;
using Burgernet.Sip.Media;
using Burgernet.Sip.Transactions;
using Burgernet.Sip.Transport;

namespace Burgernet.Tests.Unit.Signalling.Fuzz;

/// <summary>Noise into the whole signalling core while it places and takes calls: broken messages, and broken and unbroken ones to its own transactions and dialogs. The same for a seed.</summary>
internal sealed class SignallingFuzzer : ISipWire, IMediaPlane, ISipIncomingCallHandler, ISipCallOwner
{
    private const int MaxCalls = 1_000;
    private const int MostTaken = 200;

    private readonly SipCore _core;
    private readonly OutgoingSlots _slots = new(MaxCalls);
    private readonly CallCount _count = new();
    private readonly Hop _hop = Hop.Udp(new IPEndPoint(IPAddress.Loopback, 5060));
    private readonly IReadOnlyList<byte[]> _seeds;
    private readonly Random _random;
    private readonly Mutator _mutator;
    private readonly LivePeer _peer;
    private readonly SipTrunk _trunk;
    private readonly AudioMessage _message = AudioMessage.FromLinear(new short[160]);
    private readonly Queue<SipCallId> _calls = new();
    private readonly Queue<SipIncomingCall> _taken = new();
    private readonly byte[] _buffer = new byte[8_192];
    private long _now;
    private long _placed;
    private long _ended;

    public SignallingFuzzer(int seed, IReadOnlyList<byte[]> seeds)
    {
        _random = new Random(seed);
        _seeds = seeds;
        _mutator = new Mutator(_random, seeds);
        _peer = new LivePeer(_random);
        var options = new SipEndpointOptions { IncomingCalls = this, MaxCalls = MaxCalls };
        var context = new SipContext(options, new IPEndPoint(IPAddress.Loopback, 5080), this, this, new Random(seed));
        _core = new SipCore(context, _slots, _count, command => _core!.On(command, _now));
        var trunk = new SipTrunkOptions
        {
            Name = "fuzz",
            Peer = new IPEndPoint(IPAddress.Loopback, 5060),
            Credentials = new SipCredentials { UserName = "u", Password = "p" },
            RetransmissionLimit = null,
        };
        _trunk = new SipTrunk(trunk, new TrunkSegments(trunk, context.LocalAddress, 5080, "Fuzz"));
        context.Add(_trunk);
    }

    /// <summary>Runs, and lets all timers run out.</summary>
    /// <param name="inputs">Messages.</param>
    public FuzzResult Run(long inputs)
    {
        var meters = _core.Context.Meters;
        long early = 0;
        long middle = 0;
        long answeredBefore = 0;
        for (long i = 0; i < inputs; i++)
        {
            Act();
            _core.OnMessage(_buffer.AsSpan(0, Next()), _hop, _now);
            if (i % 16 == 0)
            {
                // A second for sixteen messages: everything kept for 64·T1 comes and goes.
                _now += TimeSpan.TicksPerSecond;
                _core.OnTime(_now);
            }

            early = i == inputs / 10 ? Heap() : early;
            middle = i == inputs / 2 ? Heap() : middle;
            answeredBefore = i == inputs * 9 / 10 ? meters.Answered : answeredBefore;
        }

        var answered = meters.Answered;
        RunOut();
        _core.Abandon(_now);
        RunOut();
        return new FuzzResult(
            meters.ParseFaults.Sum(),
            meters.IncomingCalls,
            _placed,
            meters.Answered,
            answered - answeredBefore,
            _ended,
            _core.LivingClientTransactions + _core.LivingServerTransactions + _count.Active,
            early,
            middle,
            Heap()
        );
    }

    public bool MayStart(long tag) => _random.Next(50) != 0;

    public void OnNews(in SipCallNews news) => _ended += news.Kind == SipCallNewsKind.Ended ? 1 : 0;

    public void OnInvite(SipIncomingCall call)
    {
        _taken.Enqueue(call);
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
        _peer.Hear(message);
        return to;
    }

    public MediaLeg? TryOpen(MediaOwner owner, long now) => _random.Next(100) == 0 ? null : new SilentLeg();

    /// <summary>What we do ourselves meanwhile.</summary>
    private void Act()
    {
        switch (_random.Next(40))
        {
            case 0 when _slots.TryTake() is { } call:
                call.Request = new SipCallRequest
                {
                    Trunk = _trunk,
                    To = "+31970100200",
                    Message = _random.Next(4) == 0 ? null : _message,
                    RingLimit = TimeSpan.FromSeconds(_random.Next(1, 40)),
                    LingerAfterMessage = TimeSpan.FromSeconds(_random.Next(3)),
                    Tag = ++_placed,
                    Owner = this,
                };
                call.State = OutgoingState.Queued;
                _calls.Enqueue(call.Id);
                _core.Place(call.Id, _now);
                break;
            case 1 or 3 or 4 when _calls.TryDequeue(out var id):
                var onlyUnanswered = _random.Next(2) == 0;
                _core.End(id, _now, onlyUnanswered);
                if (onlyUnanswered)
                {
                    // It may have been answered: no media here ever ends it, so its turn comes again.
                    _calls.Enqueue(id);
                }

                break;
            case 2 when _calls.TryPeek(out var id):
                var owner = new MediaOwner(IsIncoming: false, id.Slot, id.Generation);
                _core.OnMedia(new MediaNews(owner, _random.Next(2) == 0 ? '5' : '\0'), _now);
                break;
            default:
                break;
        }

        // Taken calls that nobody ever hangs up would fill every slot, and the rest of the run would meet a full house.
        if ((_taken.Count > MostTaken || _random.Next(20) == 0) && _taken.TryDequeue(out var taken))
        {
            taken.HangUp();
        }
    }

    /// <summary>The next input, in the buffer.</summary>
    private int Next()
    {
        var live = _random.Next(10) switch
        {
            < 3 => _peer.Respond(),
            < 5 => _peer.Ask(),
            _ => null,
        };
        if (live is null)
        {
            var seed = _seeds[_random.Next(_seeds.Count)];
            var length = Math.Min(seed.Length, _buffer.Length - 256);
            seed.AsSpan(0, length).CopyTo(_buffer);
            return _mutator.Mutate(_buffer, length, most: 5);
        }

        // Half of them unbroken, so that states are reached; the others mostly with one wound, so that it is met deep inside.
        var written = Encoding.UTF8.GetBytes(live.AsSpan(0, Math.Min(live.Length, 4_096)), _buffer);
        return _random.Next(2) == 0 ? written : _mutator.Mutate(_buffer, written, most: 2);
    }

    private static long Heap() => GC.GetTotalMemory(forceFullCollection: true);

    private void RunOut()
    {
        for (var minute = 0; minute < 10; minute++)
        {
            _now += TimeSpan.FromMinutes(1).Ticks;
            _core.OnTime(_now);
        }
    }
}
