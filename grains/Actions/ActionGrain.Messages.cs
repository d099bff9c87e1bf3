using Burgernet.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Kinds;

namespace Burgernet.Grains.Actions;

/// <summary>Messages after the call: updates, corrections, the outcome. The event is stored first; then the lanes are told until all of them have it.</summary>
internal sealed partial class ActionGrain
{
    /// <summary>The last message that every lane has taken in, as far as this activation knows.</summary>
    private int _enlistedThrough = 1;

    /// <summary>Whether a message waits for lanes that have not taken it in.</summary>
    private bool Enlisting => _state.Messages.All.Count > 0 && _enlistedThrough < _state.Messages.Last.Number;

    public async Task<ActionReply> AddMessage(Act act, MessageKind kind, SpokenMessage[] spoken, TextTerms? texts = null)
    {
        if (await Refresh() is { } unread)
        {
            return new ActionReply(null, unread);
        }

        var type = kind switch
        {
            MessageKind.Outcome => ActionEventType.Outcome,
            MessageKind.Article => ActionEventType.Article,
            _ => ActionEventType.MessageAdded,
        };
        if ((Unknown(act.Actor.ControlRoom) ?? Repeated(act, type)) is { } answer)
        {
            return answer;
        }

        // A stop or pause that is not stored yet goes before.
        await StoreHalts();
        if (_halts.Any)
        {
            return Refused(ActionProblemCode.StoreUnavailable);
        }

        if (kind == MessageKind.Article)
        {
            return await AddArticle(act, texts?.Mails ?? []);
        }

        if (kind == MessageKind.Call || !ActionLifeCycle.Allows(_state.Status, type))
        {
            return Refused(ActionProblemCode.NotInThisState);
        }

        var policy = kinds.Of(_state.Draft.Kind);
        if (texts?.Media is { } asked && MediaPolicy.Of(policy, asked) is null)
        {
            return Refused(ActionProblemCode.MediumNotForKind);
        }

        var draft = _state.Draft;
        var reach = MessageReach.Of(texts?.Media ?? draft.Media ?? [Medium.Voice], texts?.SmsInstead ?? draft.SmsInstead == true);
        var chosen = new CarrierChoice(draft.Practice, draft.Carrier, null);
        var content = new MessageContent(spoken, texts?.Written ?? [], texts?.Mails ?? []);
        var written = TextsOf(reach, content, kind, draft.Kind, chosen);
        var letters = MailsOf(reach, content, kind, draft.Kind, chosen);
        if (CannotGo(reach, spoken, written, letters, draft.Practice, _state.ControlRoom) is { } cannot)
        {
            return new ActionReply(null, cannot);
        }

        var stored = written.Count == 0 ? null : written;
        var mails = letters.Count == 0 ? null : letters;
        var number = _state.Messages.Next;
        var data = spoken.Select(MessageData.Of).ToArray();
        var problem = await Append(
            type,
            state =>
                kind == MessageKind.Outcome
                    ? ActionEventData.Write(
                        new OutcomeData(number, state.Epoch + 1, data, act.Reason, stored, texts?.Media, texts?.SmsInstead, mails)
                    )
                    : ActionEventData.Write(
                        new MessageAddedData(number, kind, data, act.Reason, stored, texts?.Media, texts?.SmsInstead, mails)
                    ),
            act.Actor,
            act,
            spoken.Length == 0 ? null : spoken,
            message: number,
            still: state => state.Messages.Next == number
        );
        if (problem is not null)
        {
            return new ActionReply(null, problem);
        }

        GoOn();
        return Accepted();
    }

    /// <summary>Whether deliveries may leave, quiet hours apart: of an outcome only once no lane can give out anything else.</summary>
    private bool Calls =>
        Status == ActionStatus.Active
        || (Status is ActionStatus.Outcome or ActionStatus.Closed && _state.Running && !_state.ExpiresOutcomes && !Enlisting);

    /// <summary>Something new is to be delivered, also where everything was done.</summary>
    private void GoOn()
    {
        _registeredAt = long.MinValue;
        _lanesAsked = false;
        KeepHouse();
        _ = Housekeep();
    }

    /// <summary>What it does while the outcome goes out, and after it was closed with outcomes that are open.</summary>
    private async Task TellOutcome()
    {
        await Register();
        if (_selecting)
        {
            // It ends at its next band: until then lanes may still be given people, who are not for the outcome.
            return;
        }

        // No band waits for a selection any more.
        _selectingBand = int.MaxValue;
        await Enlist();
        if (!_lanesAsked || time.GetElapsedTime(_lanesAskedAt) >= LaneRepetition)
        {
            await AskLanes();
        }

        if (_state.ExpiresOutcomes)
        {
            await StopLanes();
        }

        WatchPace();
    }

    /// <summary>Tells the lanes of messages that they may not have; repeated until all of them answered.</summary>
    private async Task Enlist()
    {
        if (!Enlisting)
        {
            return;
        }

        var last = _state.Messages.Last.Number;
        var messages = _state.LaneMessages;
        foreach (var totals in await Task.WhenAll(Lanes.Select(lane => lane.Enlist(messages))))
        {
            await TakeIn(totals);
        }

        _enlistedThrough = last;
    }
}
