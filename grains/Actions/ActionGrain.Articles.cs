using Burgernet.Actions;
using Burgernet.Grains.Dialing;

namespace Burgernet.Grains.Actions;

/// <summary>The article after an action: by mail, to whoever was contacted and asked for articles. It begins an epoch of its own, as an outcome does.</summary>
internal sealed partial class ActionGrain
{
    private static readonly MessageReach ByMail = MessageReach.Of([Medium.Email], smsInstead: false);

    private async Task<ActionReply> AddArticle(Act act, IReadOnlyList<WrittenMail> written)
    {
        if (!ActionLifeCycle.Allows(_state.Status, ActionEventType.Article))
        {
            return Refused(ActionProblemCode.NotInThisState);
        }

        if (_state.Running)
        {
            // What ends the outcomes that are open must not end the article.
            var progress = _state.ToProgress(_totals.Values);
            return new ActionReply(
                null,
                new ActionProblem(ActionProblemCode.OutcomesOpen, Status, Value: progress.Deliveries - progress.Done)
            );
        }

        var draft = _state.Draft;
        var content = new MessageContent([], [], written);
        var mails = MailsOf(ByMail, content, MessageKind.Article, draft.Kind, new CarrierChoice(draft.Practice, draft.Carrier, null));
        if (CannotGo(ByMail, [], [], mails, draft.Practice, _state.ControlRoom) is { } cannot)
        {
            return new ActionReply(null, cannot);
        }

        var number = _state.Messages.Next;
        var problem = await Append(
            ActionEventType.Article,
            state => ActionEventData.Write(new ArticleData(number, state.Epoch + 1, mails, act.Reason)),
            act.Actor,
            act,
            message: number,
            still: state => state.Messages.Next == number && !state.Running
        );
        if (problem is not null)
        {
            return new ActionReply(null, problem);
        }

        GoOn();
        return Accepted();
    }
}
