using Burgernet.Sip.Admission;
using Burgernet.Sip.Threading;
using Burgernet.Sip.Transactions;

namespace Burgernet.Sip.Dialogs;

/// <summary>Starts placed calls as their trunks admit them. A call that is turned down hears so at once; only the rate lets calls wait, a bounded number for a bounded time.</summary>
internal sealed class CallStarts(
    SipContext context,
    OutgoingSlots slots,
    OwnerLine owners,
    InviteSender sender,
    InviteClient invites,
    CallCount count
)
{
    private readonly List<TrunkAdmission> _waiting = [];

    /// <summary>Ends a call that does not start.</summary>
    public Action<OutgoingCall, SipCallEnd, SipBarrier> NotStarted { get; set; } = static (_, _, _) => { };

    /// <summary>When the next waiting call has its turn, or <see cref="long.MaxValue"/>.</summary>
    public long NextDue
    {
        get
        {
            var next = long.MaxValue;
            foreach (var admission in _waiting)
            {
                next = Math.Min(next, admission.NextStart);
            }

            return next;
        }
    }

    /// <summary>A call that was placed now.</summary>
    public void Place(OutgoingCall call)
    {
        var admission = call.Request.Trunk.Admission;
        var barrier = admission.Ask(context.Now);
        if (barrier == SipBarrier.None && admission.Waiting.Count > 0)
        {
            // Nobody goes before those who wait.
            barrier = SipBarrier.Rate;
        }

        if (barrier == SipBarrier.Rate && admission.Waiting.TryAdd(call.Id))
        {
            if (admission.Waiting.Count == 1)
            {
                _waiting.Add(admission);
            }
        }
        else
        {
            StartOrEnd(call, barrier);
        }
    }

    /// <summary>Starts, or turns down, all waiting calls whose turn it is.</summary>
    public void OnTime()
    {
        for (var i = _waiting.Count - 1; i >= 0; i--)
        {
            var admission = _waiting[i];
            while (admission.Waiting.Count > 0)
            {
                var barrier = admission.Ask(context.Now);
                if (barrier == SipBarrier.Rate)
                {
                    break;
                }

                var id = admission.Waiting.First;
                admission.Waiting.RemoveFirst();
                if (slots.Find(id.Slot, id.Generation) is { State: OutgoingState.Queued } call)
                {
                    StartOrEnd(call, barrier);
                }
            }

            if (admission.Waiting.Count == 0)
            {
                _waiting.RemoveAt(i);
            }
        }
    }

    /// <summary>Everything is made ready, then the owner is asked, then the INVITE leaves.</summary>
    private void StartOrEnd(OutgoingCall call, SipBarrier barrier)
    {
        var admission = call.Request.Trunk.Admission;
        if (call.IsCancelWanted || count.IsStopping)
        {
            NotStarted(call, call.IsCancelWanted ? SipCallEnd.Cancelled : SipCallEnd.Withheld, SipBarrier.None);
        }
        else if (barrier != SipBarrier.None)
        {
            admission.KeepBack(barrier);
            NotStarted(call, SipCallEnd.NotAdmitted, barrier);
        }
        else if (count.Active >= context.Options.MaxCalls || !sender.TryPrepare(call))
        {
            NotStarted(call, SipCallEnd.NoCapacity, SipBarrier.None);
        }
        else if (!owners.MayStart(call))
        {
            NotStarted(call, SipCallEnd.Withheld, SipBarrier.None);
        }
        else
        {
            call.State = OutgoingState.Inviting;
            call.IsCounted = true;
            count.Active++;
            admission.Start(context.Now);
            invites.Start(call.InviteTransaction!);
            context.Start(TimerName.RingLimit, call.Request.RingLimit.Ticks, call.Slot, call.Generation);
            owners.Tell(call, SipCallNewsKind.Sent, 0);
        }
    }
}
