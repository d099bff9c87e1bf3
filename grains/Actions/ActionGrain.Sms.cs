using Burgernet.Actions;
using Burgernet.Grains.Mail;
using Burgernet.Sms;

namespace Burgernet.Grains.Actions;

/// <summary>What participants write by text message, and what they are replied. What they tell is a tip like any other.</summary>
internal sealed partial class ActionGrain
{
    private const string Reply = "sms-reply";

    public Task<bool> TakeSms(ParticipantSms sms) =>
        Keep("sms", sms.Message, ActionEventType.SmsReceived, new SmsReceivedData(sms.Message, sms.ParticipantId, sms.Meaning));

    public Task<bool> SmsReplied(SmsReply reply) =>
        reply.TipId is { } tip
            ? Keep(Reply, reply.Message, ActionEventType.TipAcknowledged, new TipAcknowledgedData(tip, OutcomeOf(reply.Result)))
            : Keep(Reply, reply.Message, ActionEventType.SmsReplied, new SmsRepliedData(reply.Message, reply.Kind, reply.Result));

    private static MailOutcome OutcomeOf(SmsReplyResult result) =>
        result switch
        {
            SmsReplyResult.Accepted => MailOutcome.Accepted,
            SmsReplyResult.NotSent => MailOutcome.NotNow,
            _ => MailOutcome.Lost,
        };

    private async Task<bool> Keep<T>(string what, Guid message, string happening, T data)
    {
        if (await Refresh() is not null)
        {
            throw new StoreUnavailableException("The action could not be read");
        }

        if (!_state.Exists || !ActionLifeCycle.Allows(_state.Status, happening))
        {
            return false;
        }

        var act = new Act(new Actor(_state.ControlRoom, SystemActor), $"{what}:{message:N}", "");
        return await Append(happening, data, act.Actor, act) switch
        {
            null => true,
            { Code: ActionProblemCode.StoreUnavailable } => throw new StoreUnavailableException("The message could not be stored"),
            _ => false,
        };
    }
}
