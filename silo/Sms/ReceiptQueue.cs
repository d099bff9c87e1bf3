using System.Threading.Channels;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;

namespace Burgernet.Silo.Sms;

/// <summary>Hands receipts to the desk, many at once: what comes while some are being stored goes with the next.</summary>
internal sealed partial class ReceiptQueue : IAsyncDisposable
{
    private const int Most = 1_000;

    private readonly Channel<(CarrierReceipt Receipt, TaskCompletionSource<bool> Stored)> _waiting = Channel.CreateUnbounded<(
        CarrierReceipt,
        TaskCompletionSource<bool>
    )>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Func<IReceiptDesk?> _desk;
    private readonly ILogger _logger;
    private readonly Task _working;

    /// <summary>Starts.</summary>
    /// <param name="desk">Who stores them; null where nobody does yet.</param>
    /// <param name="logger">Log.</param>
    public ReceiptQueue(Func<IReceiptDesk?> desk, ILogger logger)
    {
        _desk = desk;
        _logger = logger;
        _working = Task.Run(WorkAsync);
    }

    /// <summary>Stores a receipt.</summary>
    /// <returns>False where it is to stay with the centre.</returns>
    public Task<bool> Store(CarrierReceipt receipt)
    {
        var stored = new TaskCompletionSource<bool>();
        return _waiting.Writer.TryWrite((receipt, stored)) ? stored.Task : Task.FromResult(false);
    }

    public async ValueTask DisposeAsync()
    {
        _ = _waiting.Writer.TryComplete();
        await _working;
    }

    private async Task WorkAsync()
    {
        var batch = new List<(CarrierReceipt Receipt, TaskCompletionSource<bool> Stored)>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < Most && _waiting.Reader.TryRead(out var one))
            {
                batch.Add(one);
            }

            var isStored = await Take([.. batch.Select(static one => one.Receipt)]);
            batch.ForEach(one => one.Stored.TrySetResult(isStored));
            batch.Clear();
        }
    }

    private async Task<bool> Take(IReadOnlyList<CarrierReceipt> receipts)
    {
        try
        {
            if (_desk() is not { } desk)
            {
                return false;
            }

            await desk.Take(receipts);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Whatever it is, the centre keeps them, and the next ones are taken all the same.
            LogFault(_logger, receipts.Count, fault);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} receipts could not be taken; the SMS centre is to offer them again")]
    private static partial void LogFault(ILogger logger, int count, Exception exception);
}
