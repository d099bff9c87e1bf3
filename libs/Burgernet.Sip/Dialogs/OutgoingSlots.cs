using Burgernet.Sip.Threading;

namespace Burgernet.Sip.Dialogs;

/// <summary>Slots for placed calls. Any thread takes one, the signalling thread gives it back.</summary>
internal sealed class OutgoingSlots
{
    private readonly OutgoingCall?[] _calls;
    private readonly IndexStack _free;

    /// <summary>Slots for a number of calls.</summary>
    /// <param name="maxCalls">Calls at once; there is as much room again for calls whose BYE still waits for its answer.</param>
    public OutgoingSlots(int maxCalls)
    {
        var count = (maxCalls * 2) + 64;
        _calls = new OutgoingCall?[count];
        _free = new IndexStack(count);
    }

    public int Count => _calls.Length;

    public OutgoingCall? TryTake()
    {
        if (!_free.TryPop(out var slot))
        {
            return null;
        }

        var call = _calls[slot] ?? new OutgoingCall(slot);
        Volatile.Write(ref _calls[slot], call);
        return call;
    }

    /// <summary>The call of a name or token, null when it is over.</summary>
    public OutgoingCall? Find(int slot, uint generation)
    {
        if ((uint)slot >= (uint)_calls.Length)
        {
            return null;
        }

        var call = Volatile.Read(ref _calls[slot]);
        return call is not null && call.Generation == generation && call.State != OutgoingState.Free ? call : null;
    }

    /// <summary>All slots ever used, for stopping.</summary>
    public OutgoingCall? At(int slot) => Volatile.Read(ref _calls[slot]);

    public void Release(OutgoingCall call)
    {
        if (call.State == OutgoingState.Free)
        {
            return;
        }

        call.State = OutgoingState.Free;
        call.Generation++;
        call.Request = default;
        Negotiation.Drop(call.ReInvite);
        call.ReInvite = null;
        call.Media = null;
        call.IsCancelWanted = false;
        call.CancelCause = SipCallEnd.None;
        call.IsRingingTold = false;
        call.IsEndTold = false;
        call.EarlyAnswers.Clear();
        call.Challenges = 0;
        call.Connection = SipConnectionFailure.None;
        call.Peer = default;
        call.Dialog.Clear();
        _free.Push(call.Slot);
    }
}
