using System.Net;
using Burgernet.Sip.Media;
using Burgernet.Sip.Messages;
using Burgernet.Sip.Transactions;

namespace Burgernet.Sip.Dialogs;

/// <summary>A call that came in; the public face only queues, all state is the signalling thread's.</summary>
internal sealed class IncomingCall : SipIncomingCall
{
    private readonly Action<IncomingCommand> _post;
    private MediaLeg? _media;
    private long _packets;
    private long _bytes;
    private TimeSpan _played;

    public IncomingCall(Action<IncomingCommand> post, int slot, uint generation)
    {
        _post = post;
        Slot = slot;
        Generation = generation;
    }

    public required string CallIdText { get; init; }

    public required string Called { get; init; }

    public required string Calling { get; init; }

    public required string? Asserted { get; init; }

    public required bool IsPrivate { get; init; }

    public required IPEndPoint Source { get; init; }

    public override string CallId => CallIdText;

    public override string CalledNumber => Called;

    public override string CallingNumber => Calling;

    public override string? AssertedNumber => Asserted;

    public override bool AsksPrivacy => IsPrivate;

    public override IPEndPoint Peer => Source;

    public override TimeSpan Played => Volatile.Read(ref _media)?.Played ?? _played;

    public override long RtpPacketsReceived => Volatile.Read(ref _media)?.PacketsReceived ?? Volatile.Read(ref _packets);

    public override long RtpBytesReceived => Volatile.Read(ref _media)?.BytesReceived ?? Volatile.Read(ref _bytes);

    public int Slot { get; }

    public uint Generation { get; }

    public IncomingState State { get; set; }

    public Dialog Dialog { get; } = new();

    public ServerTransaction? Invite { get; set; }

    public ServerTransaction? ReInvite { get; set; }

    public ClientTransaction? ByeTransaction { get; set; }

    /// <summary>The address that the caller reaches us at.</summary>
    public uint LocalAddress { get; init; }

    public MediaLeg? Media => _media;

    /// <summary>What is played from the ACK on.</summary>
    public AudioMessage? Audio { get; set; }

    public bool PlaysAgain { get; set; }

    /// <summary>The call that it is bridged with.</summary>
    public OutgoingCall? Partner { get; set; }

    /// <summary>The INVITE brought no offer: the answer comes with the ACK.</summary>
    public bool AwaitsAnswer { get; set; }

    public bool IsHangUpWanted { get; set; }

    public bool IsListening { get; set; }

    public SipToken Tag => new(SipToken.Incoming, Slot, Generation);

    public override void Ring() => _post(new IncomingCommand(this, IncomingCommandKind.Ring));

    public override void Answer(AudioMessage? play = null) => _post(new IncomingCommand(this, IncomingCommandKind.Answer) { Audio = play });

    public override void Play(AudioMessage message, bool again = false)
    {
        ArgumentNullException.ThrowIfNull(message);
        _post(new IncomingCommand(this, IncomingCommandKind.Play) { Audio = message, Again = again });
    }

    public void Join(SipCallId placed) => _post(new IncomingCommand(this, IncomingCommandKind.Join) { Placed = placed });

    public override void Reject(int statusCode, int retryAfterSeconds = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 300);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 699);
        _post(new IncomingCommand(this, IncomingCommandKind.Reject) { Status = statusCode, RetryAfter = retryAfterSeconds });
    }

    public override void SendKey(char key) => _post(new IncomingCommand(this, IncomingCommandKind.Key) { Key = key });

    public override void HangUp() => _post(new IncomingCommand(this, IncomingCommandKind.HangUp));

    public void Attach(MediaLeg media) => Volatile.Write(ref _media, media);

    /// <summary>Closes the port and keeps its counts: the leg serves another call next.</summary>
    public void Detach()
    {
        if (_media is null)
        {
            return;
        }

        _media.Close([]);
        _played = _media.Played;
        Volatile.Write(ref _packets, _media.PacketsReceived);
        Volatile.Write(ref _bytes, _media.BytesReceived);
        Volatile.Write(ref _media, null);
    }
}
