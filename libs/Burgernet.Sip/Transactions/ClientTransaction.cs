using Burgernet.Sip.Dialogs;
using Burgernet.Sip.Messages;
using Burgernet.Sip.Transport;

namespace Burgernet.Sip.Transactions;

/// <summary>A client transaction's record, RFC 3261 §17.1; small, since it outlives its call by 64·T1. Records are used again.</summary>
internal sealed class ClientTransaction(int index)
{
    /// <summary>A bound on what a peer can make us remember.</summary>
    private const int MostForks = 32;

    private List<ulong>? _otherTags;
    private byte[] _message = [];
    private int _length;

    public int Index { get; } = index;

    public uint Generation { get; set; }

    public ClientState State { get; set; }

    public SipMethod Method { get; set; }

    /// <summary>The call while it waits for this transaction; null in the after-life, when its slot may serve another.</summary>
    public OutgoingCall? Call { get; set; }

    /// <summary>For a BYE of an incoming call.</summary>
    public IncomingCall? IncomingCall { get; set; }

    /// <summary>Retransmissions so far; a timer of an older step is stale.</summary>
    public int Step { get; set; }

    public bool CancelSent { get; set; }

    public bool CancelAnswered { get; set; }

    /// <summary>The connection that carried the request is gone, and another was taken for what could still be said.</summary>
    public bool IsOrphan { get; set; }

    /// <summary>Why.</summary>
    public SipConnectionFailure Failure { get; set; }

    /// <summary>Hash of the To tag whose 2xx was accepted.</summary>
    public ulong AcceptedTag { get; set; }

    /// <summary>Credentials inside <see cref="Message"/>, where that is the ACK of a 2xx: the ACKs of other forks repeat them (§13.2.2.4).</summary>
    public Range Credentials { get; set; }

    /// <summary>Where the request goes; once it was sent, by which connection.</summary>
    public Hop Destination { get; set; }

    public SipToken Token => new(SipToken.Transaction, Index, Generation);

    /// <summary>What is sent again: the request of a non-INVITE transaction, the ACK of an INVITE's.</summary>
    public ReadOnlySpan<byte> Message => _message.AsSpan(0, _length);

    /// <summary>An INVITE without any response, which its trunk counts.</summary>
    public bool IsUnanswered { get; private set; }

    public void Await()
    {
        IsUnanswered = true;
        Destination.Trunk?.Admission.Await();
    }

    /// <summary>The first response came, or none is waited for any more.</summary>
    public void StopWaiting()
    {
        if (IsUnanswered)
        {
            IsUnanswered = false;
            Destination.Trunk?.Admission.Answered();
        }
    }

    public void Keep(ReadOnlySpan<byte> message)
    {
        if (_message.Length < message.Length)
        {
            _message = new byte[(message.Length + 127) & ~127];
        }

        message.CopyTo(_message);
        _length = message.Length;
    }

    /// <summary>Notes the To tag of another 2xx of a fork.</summary>
    /// <returns>Whether it is a new one, whose dialog is still to be ended.</returns>
    public bool IsNewFork(ulong tag)
    {
        if (_otherTags?.Contains(tag) == true || _otherTags?.Count >= MostForks)
        {
            return false;
        }

        (_otherTags ??= []).Add(tag);
        return true;
    }

    public void Reset(SipMethod method, ClientState state)
    {
        Method = method;
        State = state;
        Step = 0;
        CancelSent = false;
        CancelAnswered = false;
        IsOrphan = false;
        Failure = SipConnectionFailure.None;
        AcceptedTag = 0;
        _otherTags?.Clear();
        Credentials = default;
        _length = 0;
    }
}
