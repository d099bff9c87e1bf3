using Burgernet.Grains.Actions;

namespace Burgernet.Grains.Webhooks;

/// <summary>What is to be sent of an action's chain. Pure.</summary>
internal static class WebhookEntries
{
    /// <summary>The entries that an endpoint has yet to get, in order.</summary>
    /// <param name="endpoint">Which types it wants.</param>
    /// <param name="since">What was recorded before is not sent.</param>
    /// <param name="actionId">The action.</param>
    /// <param name="events">All events of the action.</param>
    /// <param name="after">The sequence that is done with.</param>
    public static IReadOnlyList<WebhookBody> After(
        WebhookEndpoint endpoint,
        DateTimeOffset since,
        Guid actionId,
        IReadOnlyList<ActionEvent> events,
        long after
    )
    {
        if (events.Count == 0)
        {
            return [];
        }

        var draft = ActionEventData.Read<DraftedData>(events[0].Data);
        var status = Burgernet.Actions.ActionStatus.Draft;
        var bodies = new List<WebhookBody>();
        foreach (var happened in events)
        {
            status = ActionLifeCycle.After(status, happened.Type);
            if (happened.Sequence > after && happened.At >= since && endpoint.Wants(happened.Type))
            {
                var tip = happened.Type == ActionEventType.Tip ? ActionEventData.Read<TipData>(happened.Data) : null;
                bodies.Add(
                    new WebhookBody(
                        actionId,
                        draft.IncidentNumber,
                        draft.Practice,
                        happened.Sequence,
                        happened.Type,
                        happened.At,
                        status,
                        tip?.Channel,
                        tip?.Urgent
                    )
                );
            }
        }

        return bodies;
    }
}
