using System.Net;
using System.Text;
using Burgernet.Sip;
using Burgernet.Sip.Dialogs;
using Burgernet.Sip.Media;
using Burgernet.Sip.Transactions;
using Burgernet.Sip.Transport;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>The signalling core without sockets or clocks: what it sends is a list, time moves when a test says so.</summary>
internal sealed class CoreRig : ISipWire, IMediaPlane, ISipCallOwner, ISipIncomingCallHandler, ISipIncomingCallOwner
{
    public static readonly IPEndPoint Local = new(IPAddress.Loopback, 5080);
    public static readonly IPEndPoint Carrier = new(IPAddress.Loopback, 5060);

    private const int MaxCalls = 5_000;

    private readonly OutgoingSlots _slots = new(MaxCalls);
    private readonly CallCount _count = new();
    private uint _connections = 1;
    private readonly SipTransport _transport;

    public CoreRig(
        bool takesCalls = false,
        SipCredentials? credentials = null,
        Func<SipTrunkOptions, SipTrunkOptions>? trunkOptions = null,
        SipTransport transport = SipTransport.Udp,
        bool listens = true,
        bool usesSips = false
    )
    {
        _transport = transport;
        var options = new SipEndpointOptions
        {
            Listen = Local,
            IncomingCalls = takesCalls ? this : null,
            MaxCalls = MaxCalls,
        };
        Context = new SipContext(options, Local, this, this, new Random(7)) { TcpPort = listens ? 5090 : 0, TlsPort = listens ? 5091 : 0 };
        Core = new SipCore(Context, _slots, _count, command => Core!.On(command, Now));
        var trunk = new SipTrunkOptions
        {
            Name = "carrier",
            Peer = Carrier,
            Credentials = credentials,
            Transport = transport,
            UsesSips = usesSips,
        };
        trunk = trunkOptions?.Invoke(trunk) ?? trunk;
        Trunk = new SipTrunk(trunk, new TrunkSegments(trunk, Context.LocalAddress, Context.PortOf(transport), "Test"));
        Context.Add(Trunk);
    }

    public SipContext Context { get; }

    /// <summary>The connection that is open now; none over UDP.</summary>
    public FlowId Flow => _transport == SipTransport.Udp ? default : new FlowId(0, _connections);

    /// <summary>Connections that requests waited on in vain.</summary>
    public List<(FlowId Flow, TimeSpan Wait)> Doubts { get; } = [];

    /// <summary>By which connection each message of <see cref="Sent"/> left.</summary>
    public List<FlowId> Flows { get; } = [];

    public SipCore Core { get; }

    public SipTrunk Trunk { get; }

    public List<(long At, string Text, IPEndPoint To)> Sent { get; } = [];

    public List<SipCallNews> News { get; } = [];

    public List<SipIncomingCallNews> IncomingNews { get; } = [];

    /// <summary>Keys that callers pressed.</summary>
    public string IncomingKeys { get; private set; } = "";

    public SipIncomingCall? Incoming { get; private set; }

    public List<FakeLeg> Legs { get; } = [];

    public long Now { get; private set; }

    public bool Allows { get; set; } = true;

    public int ActiveCalls => _count.Active;

    public string Last => Sent[^1].Text;

    public SipCallId Place(AudioMessage? message = null, TimeSpan? ringLimit = null, string? callId = null, bool staysOpen = false)
    {
        var call = _slots.TryTake()!;
        call.Request = new SipCallRequest
        {
            Trunk = Trunk,
            To = "+31970100200",
            Message = staysOpen ? message : message ?? AudioMessage.FromLinear(new short[1_600]),
            StaysOpen = staysOpen,
            RingLimit = ringLimit ?? TimeSpan.FromSeconds(60),
            CallId = callId,
            Tag = 5,
            Owner = this,
        };
        call.State = OutgoingState.Queued;
        var id = call.Id;
        Core.Place(id, Now);
        return id;
    }

    public void Receive(string text, IPEndPoint? from = null) =>
        Core.OnMessage(Encoding.UTF8.GetBytes(text), Hop.Udp(from ?? Carrier) with { Transport = _transport, Flow = Flow }, Now);

    /// <summary>The connection is gone; the next message takes another.</summary>
    public void Lose(SipConnectionFailure failure = SipConnectionFailure.Lost)
    {
        var lost = Flow;
        _connections++;
        Core.OnLost(lost, failure, Now);
    }

    /// <summary>Moves time in steps, so that each timer expires at its own moment.</summary>
    public void Advance(TimeSpan time)
    {
        var end = Now + time.Ticks;
        while (Core.NextDue <= end)
        {
            Now = Core.NextDue;
            Core.OnTime(Now);
        }

        Now = end;
    }

    /// <summary>A response to a request of ours, with the mandatory fields taken from it.</summary>
    public static string Respond(string request, string statusLine, string tag = "peer", string more = "", string body = "")
    {
        var fields = request.Split("\r\n");
        string Field(string name) => fields.First(line => line.StartsWith(name + ":", StringComparison.Ordinal));
        var to = Field("To").Contains(";tag=", StringComparison.Ordinal) || tag.Length == 0 ? Field("To") : $"{Field("To")};tag={tag}";
        var type = body.Length == 0 ? "" : "Content-Type: application/sdp\r\n";
        return $"SIP/2.0 {statusLine}\r\n{Field("Via")}\r\n{Field("From")}\r\n{to}\r\n{Field("Call-ID")}\r\n{Field("CSeq")}\r\n{more}{type}Content-Length: {body.Length}\r\n\r\n{body}";
    }

    public static string Sdp(string formats = "8 101", string more = "", int port = 4_000) =>
        $"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio {port} RTP/AVP {formats}\r\na=rtpmap:101 telephone-event/8000\r\n{more}";

    /// <summary>The peer answers the last INVITE; returns its 200.</summary>
    public string Answer(string more = Contact)
    {
        var ok = Respond(LastOf("INVITE"), "200 OK", more: more, body: Sdp());
        Receive(ok);
        return ok;
    }

    /// <summary>A request of the answering peer inside the dialog of the last INVITE, on a branch by method and number.</summary>
    public string PeersRequest(string method, int sequence, string body = "", string contact = Contact)
    {
        var invite = LastOf("INVITE");
        var type = body.Length == 0 ? "" : "Content-Type: application/sdp\r\n";
        return $"{method} sip:burgernet@127.0.0.1:5080 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4bK{method}{sequence}\r\n"
            + $"From: {Line(invite, "To")[4..]};tag=peer\r\nTo: {Line(invite, "From")[6..]}\r\n{Line(invite, "Call-ID")}\r\n"
            + $"CSeq: {sequence} {method}\r\n{contact}{type}Content-Length: {body.Length}\r\n\r\n{body}";
    }

    /// <summary>The first header field of a name, whole.</summary>
    public static string Line(string message, string name) =>
        message.Split("\r\n").First(line => line.StartsWith(name + ":", StringComparison.Ordinal));

    public const string Contact = "Contact: <sip:peer@127.0.0.1:5061>\r\n";

    public string Invite => Sent.First(sent => sent.Text.StartsWith("INVITE", StringComparison.Ordinal)).Text;

    public string LastOf(string start) => Sent.Last(sent => sent.Text.StartsWith(start, StringComparison.Ordinal)).Text;

    public int Count(string start) => Sent.Count(sent => sent.Text.StartsWith(start, StringComparison.Ordinal));

    public bool MayStart(long tag) => Allows;

    public void OnNews(in SipCallNews news) => News.Add(news);

    public void OnInvite(SipIncomingCall call)
    {
        Incoming = call;
        call.Owner = this;
    }

    public void OnNews(SipIncomingCall call, SipIncomingCallNews news) => IncomingNews.Add(news);

    public void OnKey(SipIncomingCall call, char key) => IncomingKeys += key;

    public Hop Send(ReadOnlySpan<byte> message, in Hop to)
    {
        Sent.Add((Now, Encoding.UTF8.GetString(message), to.ToEndPoint()));
        Flows.Add(Flow);
        return to with { Flow = Flow };
    }

    public void Doubt(FlowId flow, TimeSpan wait) => Doubts.Add((flow, wait));

    public MediaLeg? TryOpen(MediaOwner owner, long now)
    {
        var leg = new FakeLeg();
        Legs.Add(leg);
        return leg;
    }
}
