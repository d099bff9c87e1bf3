using Burgernet.Grains.Actions;
using Burgernet.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Webhooks;

/// <summary>Key: <c>{control room}/{name of the webhook}</c>. Everything may interleave; about one action there is one request at a time.</summary>
/// <remarks>
/// The dossier is the queue, and what is stored is a cursor for each action: an entry is sent, and only then the cursor moves past it, so a
/// node that dies in between sends it once more, under the same id. Whoever writes must own the row: an activation that was replaced loses
/// its first write, and goes. What no hint told of is found by looking for entries that were recorded since the last look.
/// </remarks>
[GrainType("webhook")]
internal sealed partial class WebhookGrain(
    IWebhookStore store,
    IActionStore actions,
    IWebhookPort port,
    WebhookList list,
    IOptions<WebhookOptions> options,
    WebhookInstruments instruments,
    TimeProvider time,
    ILogger<WebhookGrain> logger
) : Grain, IWebhookGrain, IDisposable
{
    private static readonly TimeSpan TurnPeriod = TimeSpan.FromMilliseconds(100);

    /// <summary>An entry may be stored this long after the moment that stands in it, by the clock of another node.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    private readonly Guid _owner = Guid.NewGuid();
    private readonly Dictionary<Guid, WebhookQueue> _waiting = [];
    private readonly SemaphoreSlim _saving = new(1, 1);
    private Random _chance = null!;
    private WebhookEndpoint? _endpoint;
    private WebhookRow _row = null!;
    private IGrainTimer? _turns;
    private int _busy;
    private bool _sweeping;
    private bool _replaced;

    private WebhookOptions Options => options.Value;

    /// <summary>Whether there is anything to do here.</summary>
    private bool Sends => _endpoint is not null && _row.GoneAt is null && !_replaced;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _chance = new Random(_owner.GetHashCode());
        _endpoint = list.Find(this.GetPrimaryKeyString());
        if (_endpoint is null)
        {
            return;
        }

        _row = await store.Take(_endpoint.ControlRoom, _endpoint.Name, _owner, HashChain.Now(time));
        if (_row.GoneAt is not null)
        {
            LogStillGone(logger, _endpoint.Key);
            return;
        }

        foreach (var cursor in await store.ReadWaiting(_endpoint.ControlRoom, _endpoint.Name))
        {
            _waiting[cursor.ActionId] = new WebhookQueue(cursor.ActionId) { Cursor = cursor, DueAt = cursor.DueAt ?? time.GetUtcNow() };
        }
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_endpoint is not null)
        {
            instruments.Waiting(_endpoint.Key, 0);
        }

        return Task.CompletedTask;
    }

    public async Task Wake()
    {
        if (!Sends)
        {
            return;
        }

        await Sweep();
        Turn();
    }

    public Task Recorded(Guid actionId, long sequence)
    {
        if (Sends)
        {
            Queue(actionId, sequence);
            Turn();
        }

        return Task.CompletedTask;
    }

    public Task<WebhookState> State() =>
        Task.FromResult(
            _endpoint is null
                ? throw new InvalidOperationException("There is no such webhook in the configuration of this node")
                : new WebhookState
                {
                    Name = _endpoint.Name,
                    Origin = _endpoint.Url.GetLeftPart(UriPartial.Authority),
                    Events = [.. _endpoint.Events],
                    Since = _row.Since,
                    DeliveredAt = _row.DeliveredAt,
                    Waiting = _waiting.Values.Sum(queue => queue.Waiting),
                    NextTryAt = _waiting.Values.Where(queue => !queue.Busy).Select(queue => (DateTimeOffset?)queue.DueAt).Min(),
                    Failure = _row.Failure,
                    FailedAt = _row.FailedAt,
                    Status = _row.Status,
                    GoneAt = _row.GoneAt,
                    GivenUp = _row.GivenUp,
                    LastLoss = _row.LastLoss,
                }
        );

    public void Dispose() => _saving.Dispose();

    private WebhookQueue Queue(Guid actionId, long sequence)
    {
        if (!_waiting.TryGetValue(actionId, out var queue))
        {
            _waiting[actionId] = queue = new WebhookQueue(actionId) { DueAt = time.GetUtcNow() };
        }

        queue.Known = Math.Max(queue.Known, sequence);
        return queue;
    }

    /// <summary>Looks for what no hint told of, and makes it wait in the store before the look counts as done.</summary>
    private async Task Sweep()
    {
        if (_sweeping)
        {
            return;
        }

        _sweeping = true;
        try
        {
            var at = HashChain.Now(time);
            var from = _row.SweptAt - Overlap;
            var behind = await store.ReadBehind(
                _endpoint!.ControlRoom,
                _endpoint.Name,
                from > _row.Since ? from : _row.Since.AddTicks(-10)
            );
            var found = new List<WebhookQueue>();
            foreach (var (actionId, sequence) in behind)
            {
                var cursor = await Cursor(actionId);
                var queue = Queue(actionId, sequence);
                if (queue.Cursor is null && !queue.Busy)
                {
                    queue.Cursor = cursor with { DueAt = at };
                    found.Add(queue);
                }
            }

            _row = _row with { SweptAt = at };
            await Save(found);
        }
        catch (StoreUnavailableException exception)
        {
            LogAway(logger, exception, _endpoint!.Key);
        }
        finally
        {
            _sweeping = false;
        }
    }

    private void Turn()
    {
        var now = time.GetUtcNow();
        foreach (var queue in _waiting.Values.Where(queue => !queue.Busy && queue.DueAt <= now).OrderBy(queue => queue.DueAt).ToList())
        {
            if (_busy >= Options.Parallel || !Sends)
            {
                break;
            }

            queue.Busy = true;
            _busy++;
            _ = Deliver(queue);
        }

        instruments.Waiting(_endpoint!.Key, Sends ? _waiting.Values.Sum(queue => queue.Waiting) : 0);
        if (_waiting.Count > 0 && Sends)
        {
            _turns ??= this.RegisterGrainTimer(
                static (webhook, _) =>
                {
                    webhook.Turn();
                    return Task.CompletedTask;
                },
                this,
                new GrainTimerCreationOptions(TurnPeriod, TurnPeriod) { KeepAlive = true, Interleave = true }
            );
        }
        else
        {
            _turns?.Dispose();
            _turns = null;
        }
    }

    /// <summary>Writes how it stands and how far it is with some actions; one at a time and as it is then, so that what is stored never goes back.</summary>
    private async Task Save(params IReadOnlyList<WebhookQueue> queues)
    {
        await _saving.WaitAsync();
        try
        {
            if (
                !_replaced
                && !await store.Save(_endpoint!.ControlRoom, _endpoint.Name, _owner, _row, [.. queues.Select(queue => queue.Cursor!)])
            )
            {
                _replaced = true;
                LogReplaced(logger, _endpoint.Key);
                DeactivateOnIdle();
            }
        }
        finally
        {
            _saving.Release();
        }
    }

    private async Task<WebhookCursor> Cursor(Guid actionId) =>
        await store.ReadCursor(_endpoint!.ControlRoom, _endpoint.Name, actionId) ?? new WebhookCursor(actionId, 0, 0, null);
}
