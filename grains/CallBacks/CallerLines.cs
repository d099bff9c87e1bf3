using Microsoft.Extensions.Logging;

namespace Burgernet.Grains.CallBacks;

/// <summary>The lines of one carrier that this node's callers hold. Any thread.</summary>
internal sealed partial class CallerLines(Func<int, int, Task<int>> lease, TimeProvider time, ILogger logger)
{
    /// <summary>One for the caller, one for the control room.</summary>
    public const int PerCaller = 2;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private int _callers;
    private int _waiting;
    private int _allowed;
    private bool _renews;

    /// <summary>Lines for one more caller.</summary>
    /// <param name="patience">How long to wait for them.</param>
    /// <param name="gone">The caller gave up.</param>
    /// <returns>False where there were none.</returns>
    public async Task<bool> Take(TimeSpan patience, CancellationToken gone)
    {
        lock (_lock)
        {
            _waiting++;
        }

        try
        {
            var began = time.GetTimestamp();
            while (!gone.IsCancellationRequested)
            {
                await Renew();
                if (TryTake())
                {
                    return true;
                }

                if (time.GetElapsedTime(began) >= patience)
                {
                    return false;
                }

                await Task.Delay(Look, time, gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return false;
        }
        finally
        {
            lock (_lock)
            {
                _waiting--;
            }

            KeepRenewing();
        }
    }

    /// <summary>A caller's lines are free again.</summary>
    public void GiveBack()
    {
        lock (_lock)
        {
            _callers--;
        }
    }

    private bool TryTake()
    {
        lock (_lock)
        {
            if ((_callers + 1) * PerCaller > _allowed)
            {
                return false;
            }

            _callers++;
            return true;
        }
    }

    private async Task Renew()
    {
        int held;
        int wanted;
        lock (_lock)
        {
            (held, wanted) = (_callers * PerCaller, (_callers + _waiting) * PerCaller);
        }

        try
        {
            var allowed = await lease(held, wanted);
            lock (_lock)
            {
                _allowed = allowed;
            }
        }
        catch (Exception exception)
        {
            // Whatever the reason: nobody new is taken on lines that are not known to be there.
            lock (_lock)
            {
                _allowed = 0;
            }

            LogNoLines(logger, exception);
        }
    }

    /// <summary>The carrier is told for as long as callers hold lines, and once more when they do not.</summary>
    private void KeepRenewing()
    {
        lock (_lock)
        {
            if (_renews)
            {
                return;
            }

            _renews = true;
        }

        _ = Keep();
    }

    private async Task Keep()
    {
        bool isBusy;
        do
        {
            await Task.Delay(Renewal, time);
            await Renew();
            lock (_lock)
            {
                isBusy = _callers + _waiting > 0;
                _renews = isBusy;
            }
        } while (isBusy);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The carrier gave no lines for callers")]
    private static partial void LogNoLines(ILogger logger, Exception exception);
}
