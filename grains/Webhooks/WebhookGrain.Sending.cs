using Burgernet.Grains.Actions;
using Burgernet.Webhooks;

namespace Burgernet.Grains.Webhooks;

/// <summary>Sending what waits of one action, in order, until one is not taken.</summary>
internal sealed partial class WebhookGrain
{
    private async Task Deliver(WebhookQueue queue)
    {
        var stored = false;
        try
        {
            await SendAll(queue);
            stored = true;
        }
        catch (Exception exception)
        {
            // Whatever the reason: it is tried again, and what was taken and not marked is sent once more under its id.
            LogAway(logger, exception, _endpoint!.Key);
            queue.DueAt = time.GetUtcNow() + Options.FirstRetry;
        }
        finally
        {
            queue.Busy = false;
            _busy--;
            if (stored && queue.Cursor?.DueAt is null && queue.Known <= queue.Cursor?.Sequence)
            {
                // Not before its cursor is stored: who reads it then must find that it is done.
                _waiting.Remove(queue.ActionId);
            }

            Turn();
        }
    }

    private async Task SendAll(WebhookQueue queue)
    {
        queue.Cursor ??= await Cursor(queue.ActionId);
        var events = await actions.ReadEvents(queue.ActionId);
        var bodies = WebhookEntries.After(_endpoint!, _row.Since, queue.ActionId, events, queue.Cursor.Sequence);
        for (var i = 0; i < bodies.Count; i++)
        {
            if (!Sends)
            {
                return;
            }

            queue.Waiting = bodies.Count - i;
            var outcome = await Post(bodies[i]);
            if (outcome.Failure is not null)
            {
                await Failed(queue, [.. bodies.Skip(i)], outcome);
                return;
            }

            // A failure stays to be seen until something is taken again.
            _row = _row with
            {
                DeliveredAt = HashChain.Now(time),
                Failure = null,
                Status = null,
            };
            instruments.Delivered(_endpoint!, _row.DeliveredAt.Value - bodies[i].At);
            if (i < bodies.Count - 1)
            {
                queue.Cursor = queue.Cursor with { Sequence = bodies[i].Sequence, Tries = 0, DueAt = _row.DeliveredAt };
                await Save(queue);
            }
        }

        Done(queue, events.Count);
        await Save(queue);
    }

    private async Task<WebhookOutcome> Post(WebhookBody body)
    {
        var bytes = body.ToBytes();
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        var signature = WebhookSignature.Of(_endpoint!.Secrets, body.Id, timestamp, bytes);
        var outcome = await port.Post(new WebhookRequest(_endpoint.Url, body.Id, timestamp, signature, bytes), Options.Timeout);
        instruments.Tried(_endpoint, outcome);
        return outcome;
    }

    private async Task Failed(WebhookQueue queue, IReadOnlyList<WebhookBody> left, WebhookOutcome outcome)
    {
        var now = HashChain.Now(time);
        _row = _row with { Failure = outcome.Failure, Status = outcome.Status, FailedAt = now };
        var tries = queue.Cursor!.Tries + 1;
        LogNotTaken(logger, _endpoint!.Key, queue.ActionId, left[0].Sequence, tries, outcome.Failure!.Value, outcome.Status);
        if (outcome.Failure == WebhookFailure.Gone)
        {
            // What others wait for goes with it.
            _row = _row with
            {
                GoneAt = now,
                GivenUp = _row.GivenUp + _waiting.Values.Where(other => other != queue).Sum(other => other.Waiting),
            };
            GiveUp(queue, left, now);
            _waiting.Clear();
            await Save(queue);
            return;
        }

        var lost = left.TakeWhile(body => WebhookPolicy.IsGivenUp(Options, body.At, now)).ToList();
        if (lost.Count > 0)
        {
            GiveUp(queue, lost, now);
        }

        if (lost.Count < left.Count)
        {
            queue.Waiting = left.Count - lost.Count;
            queue.DueAt = now + WebhookPolicy.Pause(Options, tries, _chance.NextDouble(), outcome.RetryAfter);
            queue.Cursor = queue.Cursor with { Tries = tries, DueAt = queue.DueAt };
        }
        else
        {
            Done(queue, queue.Cursor.Sequence);
        }

        await Save(queue);
    }

    private void GiveUp(WebhookQueue queue, IReadOnlyList<WebhookBody> lost, DateTimeOffset now)
    {
        _row = _row with { GivenUp = _row.GivenUp + lost.Count, LastLoss = new WebhookLoss(queue.ActionId, lost[^1].Sequence, now) };
        queue.Cursor = queue.Cursor! with { Sequence = lost[^1].Sequence, DueAt = null };
        instruments.GivenUp(_endpoint!, lost.Count);
        LogGivenUp(logger, _endpoint!.Key, queue.ActionId, lost.Count, lost[^1].Sequence);
    }

    /// <summary>Nothing of the action waits any more, unless something was recorded meanwhile.</summary>
    private void Done(WebhookQueue queue, long through)
    {
        queue.Cursor = queue.Cursor! with { Sequence = Math.Max(through, queue.Cursor.Sequence), Tries = 0, DueAt = null };
        queue.Waiting = 0;
        queue.DueAt = time.GetUtcNow();
    }
}
