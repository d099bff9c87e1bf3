using Burgernet.Actions;
using Burgernet.Dialing;
using Microsoft.Extensions.Logging;

namespace Burgernet.Grains.Dialing;

/// <summary>
/// Previews: single calls that stand in no lane. They take the first line and start that this dialer's lease leaves free, before any pull does, and so
/// stay within every limit; a trunk that rests gets none.
/// </summary>
internal sealed partial class DialerGrain
{
    /// <summary>The lane of a call that stands in none.</summary>
    private const int NoLane = -1;

    /// <summary>The message that is heard beforehand.</summary>
    private const int TheCall = 1;

    private static readonly TimeSpan NextPreviewTry = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<Guid, PreviewCall> _previews = [];

    public override ValueTask<bool> Preview(PreviewOrder order)
    {
        // Another fence: what is practice elsewhere is not taken up here.
        if (!Started || Draining || order.Practice != Options.Practice)
        {
            return ValueTask.FromResult(false);
        }

        var preview = new PreviewCall(order, Time.GetTimestamp() + Ticks(order.Wait));
        if (_previews.TryAdd(order.PreviewId, preview))
        {
            _ = LoadPreview(preview);
        }

        return ValueTask.FromResult(true);
    }

    /// <summary>Its message stands at the gateway under the preview's own id: nothing else loads or forgets it.</summary>
    private async Task LoadPreview(PreviewCall preview)
    {
        try
        {
            var message =
                await GrainFactory.GetGrain<IActionGrain>(preview.Order.ActionId).ReadMessage(preview.Order.Language)
                ?? throw new InvalidOperationException("The action has no message");
            _gateway.Load(preview.Order.PreviewId, TheCall, message);
            preview.MessageMilliseconds = message.DurationMilliseconds;
            PullIfAllowed();
        }
        catch (Exception exception)
        {
            // Whatever the reason: without its message it is not called.
            preview.GivenUp = true;
            LogPreviewFailed(Logger, exception, preview.Order.ActionId);
        }
    }

    protected override void PlaceAlone()
    {
        var now = Time.GetTimestamp();
        foreach (var preview in _previews.Values)
        {
            if (preview.Call is not null || preview.GivenUp)
            {
                continue;
            }

            if (now >= preview.NotAfter)
            {
                preview.GivenUp = true;
            }
            else if (preview.MessageMilliseconds is { } length && now >= preview.NotBefore && HasLineFor(preview.Order.Number.Value, now))
            {
                Place(preview, length, now);
            }
        }
    }

    private bool HasLineFor(string number, long now)
    {
        if (Draining || Share is not { } lease || !Lines.Allows(now) || IsFull(now))
        {
            return false;
        }

        // Those that a pull brought wait for their turn, so this one takes the next; lines they have already.
        var free = Math.Min(lease.Channels - Book.LiveCalls - Book.Reserved, Rate.Available(now, lease.CallsPerSecond));
        return Rest.MayStart(Math.Max(0, Math.Min(free, RoomTold(lease, now))), Now()) > 0 && Prefixes.HasRoom(number, now);
    }

    private void Place(PreviewCall preview, int length, long now)
    {
        var permit = new ActionPermit();
        permit.Renew(now, Ticks(ActionPermit.ValidFor), epoch: 1);
        var nonce = Guid.NewGuid();
        var order = new CallOrder
        {
            ParticipantId = preview.Order.PreviewId,
            Message = TheCall,
            Attempt = 1,
            Number = preview.Order.Number.Value,
            Language = preview.Order.Language,
            CallId = nonce.ToString("N"),
            Nonce = nonce,
            ClaimedAt = Time.GetUtcNow(),
            Band = 0,
        };
        var call = new VoiceCall
        {
            ActionId = preview.Order.PreviewId,
            Lane = NoLane,
            Practice = preview.Order.Practice,
            Order = order,
            CallBackNumber = Options.CallBackNumber,
            RingLimit = Options.RingLimit,
            LingerAfterMessage = Options.LingerAfterMessage,
            Epoch = 1,
            Permit = permit,
            Lines = Lines,
            AskedAt = now,
            News = _news.Writer,
        };
        preview.Call = new DialedCall(call, length) { Prefix = Prefixes.Start(order.Number, now) };
        Book.PlacedAlone(preview.Call);
        Rate.Start(now, CallsPerSecond);
        Instruments.CallPlaced(Carrier);
        Rest = Rest.Started(nonce, Now());
        _gateway.Place(call);
    }

    protected override void TellAlone()
    {
        var now = Time.GetTimestamp();
        foreach (var preview in _previews.Values)
        {
            if (preview.Untried && !preview.GivenUp && now < preview.NotAfter)
            {
                Book.ForgetAlone(preview.Call!);
                preview.Call = null;
                preview.NotBefore = now + Ticks(NextPreviewTry);
            }
            else if (preview.HasNews && !preview.Reporting)
            {
                _ = Tell(preview);
            }
        }
    }

    private async Task Tell(PreviewCall preview)
    {
        preview.Reporting = true;
        var call = preview.Call;
        try
        {
            // Whether it was over is asked before the await: later news is told again.
            var over = call?.Ended ?? preview.GivenUp;
            await GrainFactory
                .GetGrain<IActionGrain>(preview.Order.ActionId)
                .ReportPreview(new PreviewReport(preview.Order.PreviewId, call?.TakeReport()));
            if (over)
            {
                Forget(preview);
            }
        }
        catch (Exception exception)
        {
            // Whatever the reason: it is told again.
            call?.NotStored();
            LogPreviewNotStored(Logger, exception, preview.Order.ActionId);
            await Task.Delay(FailedLanePause, Time);
        }
        finally
        {
            preview.Reporting = false;
        }
    }

    private void Forget(PreviewCall preview)
    {
        _previews.Remove(preview.Order.PreviewId);
        _gateway.Unload(preview.Order.PreviewId);
        if (preview.Call is { } call)
        {
            Book.ForgetAlone(call);
        }
    }

    /// <summary>Nothing is called any more; what rings is cancelled, what is answered goes on.</summary>
    protected override void StopAlone(Guid? actionId, CallEnd meaning)
    {
        foreach (var preview in _previews.Values.Where(preview => actionId is null || preview.Order.ActionId == actionId))
        {
            if (preview.Call is { } call)
            {
                call.CancelMeaning = meaning;
                _gateway.CancelUnanswered(call.Call);
            }

            preview.GivenUp |= preview.Call is null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The message of a preview of action {ActionId} cannot be played")]
    private static partial void LogPreviewFailed(ILogger logger, Exception exception, Guid actionId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What became of a preview of action {ActionId} is not stored yet; it is told again")]
    private static partial void LogPreviewNotStored(ILogger logger, Exception exception, Guid actionId);
}
