using Burgernet.Sip;
using Burgernet.Sip.Dialogs;
using Burgernet.Sip.Media;
using Burgernet.Sip.Messages;
using Burgernet.Sip.Transactions;
using Burgernet.Sip.Transport;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>A far side that answers every request at once without allocating, to see what the core allocates.</summary>
internal sealed class QuickCarrier : ISipWire, IMediaPlane, ISipCallOwner
{
    private readonly HeaderField[] _fields = new HeaderField[SipParser.MaxFields];
    private readonly byte[] _request = new byte[4_096];
    private readonly byte[] _response = new byte[4_096];
    private readonly FakeLeg _leg = new();
    private readonly OutgoingSlots _slots = new(100);
    private readonly Hop _address = Hop.Udp(CoreRig.Carrier);
    private readonly byte[] _sdp;
    private readonly int _status;
    private readonly SipTrunk _trunk;
    private int _length;
    private long _now;

    /// <summary>A carrier with one habit.</summary>
    /// <param name="status">What it answers an INVITE with.</param>
    /// <param name="trunkOptions">Changes to the trunk's settings.</param>
    public QuickCarrier(int status, Func<SipTrunkOptions, SipTrunkOptions>? trunkOptions = null)
    {
        _status = status;
        _sdp = System.Text.Encoding.ASCII.GetBytes(CoreRig.Sdp());
        var options = new SipEndpointOptions { Listen = CoreRig.Local, MaxCalls = 100 };
        var context = new SipContext(options, CoreRig.Local, this, this, new Random(3));
        Core = new SipCore(context, _slots, new CallCount(), _ => { });
        var trunk = new SipTrunkOptions { Name = "quick", Peer = CoreRig.Carrier };
        trunk = trunkOptions?.Invoke(trunk) ?? trunk;
        _trunk = new SipTrunk(trunk, new TrunkSegments(trunk, context.LocalAddress, CoreRig.Local.Port, "Test"));
    }

    public SipCore Core { get; }

    public int Ended { get; private set; }

    public int Responses { get; private set; }

    public long Retransmissions => Core.Context.Meters.Retransmissions;

    public int NotAdmitted { get; private set; }

    /// <summary>One call from INVITE to the answer of its BYE, and a second of time.</summary>
    /// <param name="silence">Before each final answer.</param>
    public void RunCall(TimeSpan silence = default)
    {
        Place();
        Advance(silence);
        Respond(100);
        Respond(180);
        Respond(_status);
        if (_status == 200)
        {
            // The message is null: BYE follows the ACK at once.
            Advance(silence);
            Respond(200);
        }

        Advance(TimeSpan.FromSeconds(1));
    }

    /// <summary>A call that nothing is answered to yet.</summary>
    public void Place()
    {
        var call = _slots.TryTake()!;
        call.Request = new SipCallRequest
        {
            Trunk = _trunk,
            To = "+31970100200",
            RingLimit = TimeSpan.FromSeconds(30),
            Tag = 1,
            Owner = this,
        };
        call.State = OutgoingState.Queued;
        Core.Place(call.Id, _now);
    }

    public bool MayStart(long tag) => true;

    public void OnNews(in SipCallNews news)
    {
        Ended += news.Kind == SipCallNewsKind.Ended ? 1 : 0;
        NotAdmitted += news.End == SipCallEnd.NotAdmitted ? 1 : 0;
    }

    public Hop Send(ReadOnlySpan<byte> message, in Hop to)
    {
        if (!message.StartsWith("ACK"u8))
        {
            message.CopyTo(_request);
            _length = message.Length;
        }

        return to;
    }

    public MediaLeg? TryOpen(MediaOwner owner, long now) => _leg;

    private void Advance(TimeSpan time)
    {
        for (var end = _now + time.Ticks; _now < end; )
        {
            _now = Math.Min(end, Math.Max(_now, Core.NextDue));
            Core.OnTime(_now);
        }
    }

    private void Respond(int status)
    {
        SipParser.Parse(_request.AsSpan(0, _length), _fields, out var request);
        var writer = new MessageWriter(_response);
        ResponseWriter.Begin(ref writer, request, status, _address, new SipToken(SipToken.Loose, 1, 1), 99);
        writer.Add("Contact: <sip:carrier@127.0.0.1:5060>\r\n"u8);
        var hasBody = status == 200 && request.Method == SipMethod.Invite;
        if (hasBody)
        {
            writer.Add("Content-Type: application/sdp\r\n"u8);
        }

        writer.Add("Content-Length: "u8);
        writer.Add(hasBody ? _sdp.Length : 0);
        writer.Add("\r\n\r\n"u8);
        writer.Add(hasBody ? _sdp : []);
        Core.OnMessage(writer.Written, _address, _now);
        Responses++;
    }
}
