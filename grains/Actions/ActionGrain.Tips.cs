using System.Text;
using Burgernet.Actions;
using Burgernet.Grains.Mail;
using Burgernet.Grains.Participants;
using Burgernet.Participants;

namespace Burgernet.Grains.Actions;

/// <summary>What people tell about an action. Words and numbers stand sealed in the dossier, and in no log.</summary>
internal sealed partial class ActionGrain
{
    public async Task<TipReply> AddTip(Act act, Tip tip)
    {
        if (await Refresh() is { } unread)
        {
            return new TipReply(null, unread);
        }

        if (Unknown(act.Actor.ControlRoom) is { } unknown)
        {
            return new TipReply(null, unknown.Problem);
        }

        // The fingerprint of a request is stored in plain, and whoever tries all numbers could find one back in it: so by a key.
        var sealedAct = act with
        {
            Fingerprint = Convert.ToHexStringLower(seal.Fingerprint(Encoding.UTF8.GetBytes(act.Fingerprint)).ToBytes()),
        };
        var (repeated, reused) = _state.Check(sealedAct, ActionEventType.Tip);
        if (repeated)
        {
            return new TipReply(_state.TipOf(act.OperationId), Repeated: true);
        }

        if (reused is not null || !ActionLifeCycle.Allows(_state.Status, ActionEventType.Tip))
        {
            return new TipReply(null, reused ?? new ActionProblem(ActionProblemCode.NotInThisState, _state.Status));
        }

        if (!TipPolicy.TryPhone(tip.Phone?.Value, out var phone))
        {
            return new TipReply(null, new ActionProblem(ActionProblemCode.PhoneInvalid));
        }

        var id = Guid.NewGuid();
        var content = seal.SealContent(id, new TipContent(tip.Text.Value, phone).ToBytes());
        var data = new TipData(
            id,
            Convert.ToBase64String(content.Data),
            tip.Channel == TipChannel.Dispatcher ? null : tip.Channel,
            tip.Urgent ? true : null
        );
        var key = new TipKey(id, content.MasterKeyId, content.WrappedKey);
        var problem = await Append(ActionEventType.Tip, data, act.Actor, sealedAct, tipKey: key);
        if (problem is null && phone is not null && tip.Channel == TipChannel.Dispatcher)
        {
            _ = Acknowledge(id, (PersonalText)phone);
        }

        return problem is null ? new TipReply(_state.TipOf(act.OperationId)) : new TipReply(null, problem);
    }

    /// <summary>Thanks whoever left a number by a text message, where messages can be sent. Once at most: a node that dies in between thanks nobody.</summary>
    private async Task Acknowledge(Guid tipId, PersonalText phone)
    {
        // Nobody looked at the number before: only mobile ones that could take part get a message, and none that only practice has about what is live.
        if (
            phones.Check(phone.Value, out var accepted) is not null
            || !accepted.IsMobile
            || (accepted.IsPractice && !_state.Draft.Practice)
        )
        {
            return;
        }

        try
        {
            var message = new ShortMessage(phone, (PersonalText)TipPolicy.Thanks, time.GetUtcNow());
            if (await sms.Send(_state.ControlRoom, _state.Draft.Practice, message, CancellationToken.None) is { } outcome)
            {
                var data = new TipAcknowledgedData(tipId, outcome);
                await Append(ActionEventType.TipAcknowledged, data, new Actor(_state.ControlRoom, SystemActor));
            }
        }
        catch (Exception exception)
        {
            // Whatever the reason: the tip stands, and its receipt was given.
            LogNotThanked(logger, exception, _state.Id);
        }
    }

    public async Task<TipsReply> ReadTips(string controlRoom)
    {
        if (Unknown(controlRoom) is { } unknown)
        {
            return new TipsReply([], unknown.Problem);
        }

        var keys = (await store.ReadTipKeys(_state.Id)).ToDictionary(key => key.TipId);
        return new TipsReply([
            .. _state
                .Tips.OrderByDescending(tip => tip.Receipt.Urgent)
                .Select(tip => Open(tip.Receipt, tip.Data, keys.GetValueOrDefault(tip.Receipt.Id))),
        ]);
    }

    private ReadTip Open(TipReceipt receipt, TipData data, TipKey? key)
    {
        if (key is null)
        {
            return new ReadTip(receipt, null, null, _state.AcknowledgedAt(receipt.Id));
        }

        var content = TipContent.Read(
            seal.OpenContent(receipt.Id, new SealedData(key.MasterKeyId, key.Wrapped, Convert.FromBase64String(data.Sealed)))
        );
        return new ReadTip(
            receipt,
            (PersonalText)content.Text,
            content.Phone is null ? null : (PersonalText)content.Phone,
            _state.AcknowledgedAt(receipt.Id)
        );
    }
}
