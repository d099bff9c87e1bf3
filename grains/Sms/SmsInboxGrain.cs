using Burgernet.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Burgernet.Sms;
using Orleans.Concurrency;

namespace Burgernet.Grains.Sms;

/// <summary>Key: 0. Many of it at once: it keeps nothing, and changes go to the sender's own grain.</summary>
[GrainType("sms-inbox")]
[StatelessWorker]
internal sealed class SmsInboxGrain(IInboundSmsStore store, PersonalSeal seal, CarrierList carriers) : Grain, ISmsInboxGrain
{
    public async Task<SmsInboxPage> Read(string controlRoom, string? after, int limit)
    {
        string[] others = [.. carriers.All.Where(carrier => !carrier.Serves(controlRoom)).Select(carrier => carrier.Name)];
        var page = await store.ReadUnassigned(others, after, limit);
        return new SmsInboxPage([.. page.Messages.Select(Show)], page.Next);
    }

    public async Task<AssignReply> Assign(Actor actor, Guid message, Guid actionId) =>
        await store.Read(message) is { } row
            ? await GrainFactory.GetGrain<ISmsSenderGrain>(Convert.ToHexStringLower(row.Sender.ToBytes())).Assign(actor, message, actionId)
            : new AssignReply(null, UnknownMessage: true);

    private UnassignedSms Show(StoredSms row)
    {
        var content = row.Sealed is null ? new SmsContent("", "") : SmsContent.Read(seal.OpenContent(row.Id, row.Sealed));
        return new UnassignedSms
        {
            Id = row.Id,
            ReceivedAt = row.ReceivedAt,
            Practice = row.Practice,
            Carrier = row.Carrier,
            To = row.To,
            MaskedFrom = SenderNumber.Read(content.From) is { } phone ? SearchText.MaskPhone(phone) : content.From,
            IsParticipant = row.Decision?.ParticipantId is not null,
            Meaning = row.Decision?.Meaning ?? SmsMeaning.Tip,
            Text = (PersonalText)content.Text,
            Reply = row.ReplyResult == SmsReplyResult.NotSent ? null : row.Reply,
        };
    }
}
