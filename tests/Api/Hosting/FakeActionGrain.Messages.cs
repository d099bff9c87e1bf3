using Burgernet.Actions;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>Further messages, the outcome, and the end.</summary>
internal sealed partial class FakeActionGrain
{
    public Task<ActionReply> AddMessage(Act act, MessageKind kind, SpokenMessage[] spoken, TextTerms? texts = null) =>
        Once(
            act,
            () =>
                _action?.Status != (kind == MessageKind.Article ? ActionStatus.Closed : ActionStatus.Active)
                    ? null
                    : _action with
                    {
                        Status = kind == MessageKind.Outcome ? ActionStatus.Outcome : _action.Status,
                        Description = act.Reason ?? "",
                        Messages = [Told(2, kind, act, spoken) with { Mails = texts?.Mails ?? [] }],
                    }
        );

    private static MessageSummary Told(int number, MessageKind kind, Act act, IReadOnlyList<SpokenMessage> spoken) =>
        new()
        {
            Number = number,
            Kind = kind,
            Languages = [.. spoken.Select(message => message.Language)],
            At = Moment,
            Dispatcher = act.Actor.Dispatcher,
            Deliveries = 3,
            Contacted = 2,
            Heard = 1,
            Done = 2,
        };

    public Task<ActionReply> Close(Act act, CloseTerms terms) =>
        _action?.Status == ActionStatus.Active
            ? Task.FromResult(new ActionReply(null, new ActionProblem(ActionProblemCode.OutcomeMissing, ActionStatus.Active, Value: 3)))
            : Once(
                act,
                () =>
                    _action?.Status != ActionStatus.Outcome
                        ? null
                        : _action with
                        {
                            Status = ActionStatus.Closed,
                            ClosedAt = Moment,
                            Result = terms.Result,
                            Description = $"{terms.ExpireOpenOutcomes}: {act.Reason}",
                        }
            );

    public Task<ActionReply> Archive(Act act) =>
        Once(act, () => _action?.Status != ActionStatus.Closed ? null : _action with { Status = ActionStatus.Archived });
}
