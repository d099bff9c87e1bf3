using Burgernet.Sip.Media;
using Burgernet.Sip.Transactions;

namespace Burgernet.Sip.Dialogs;

/// <summary>One slot for calls that we place; used again and again, a generation each time.</summary>
internal sealed class OutgoingCall(int slot)
{
    public int Slot { get; } = slot;

    public uint Generation { get; set; }

    public OutgoingState State { get; set; }

    public SipCallRequest Request { get; set; }

    public InviteText Invite { get; } = new();

    public Dialog Dialog { get; } = new();

    /// <summary>The INVITE's transaction until its final response.</summary>
    public ClientTransaction? InviteTransaction { get; set; }

    /// <summary>Our BYE while it waits for its answer.</summary>
    public ClientTransaction? ByeTransaction { get; set; }

    /// <summary>The peer's re-INVITE while its 2xx waits for the ACK.</summary>
    public ServerTransaction? ReInvite { get; set; }

    public MediaLeg? Media { get; set; }

    public bool IsCancelWanted { get; set; }

    /// <summary>Why it is being cancelled.</summary>
    public SipCallEnd CancelCause { get; set; }

    public bool IsRingingTold { get; set; }

    public bool IsEndTold { get; set; }

    /// <summary>Counts in its trunk's and the endpoint's number of calls.</summary>
    public bool IsCounted { get; set; }

    public EarlyAnswers EarlyAnswers { get; } = new();

    /// <summary>What became of the connection that carried its INVITE.</summary>
    public SipConnectionFailure Connection { get; set; }

    /// <summary>401 and 407 answered so far: to the INVITE, then to the BYE.</summary>
    public int Challenges { get; set; }

    public SdpAudio Peer { get; set; }

    /// <summary>The call that it is bridged with.</summary>
    public IncomingCall? Partner { get; set; }

    public SipCallId Id => new(Slot, Generation);
}
