using System.Threading.Channels;
using Burgernet.Actions;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>Takes receipts from gateways, many at once, and stores those that wait together.</summary>
internal sealed class ReceiptDesk(IReceiptStore store, PersonalSeal seal, CarrierList carriers, TimeProvider time)
    : IReceiptDesk,
        IDisposable
{
    private const int MostAtOnce = 2_000;

    private readonly Channel<Job> _jobs = Channel.CreateUnbounded<Job>();
    private readonly SemaphoreSlim _news = new(0);
    private int _working;

    public Task Take(IReadOnlyList<CarrierReceipt> receipts)
    {
        ArgumentNullException.ThrowIfNull(receipts);
        var job = new Job([.. receipts.Select(RowOf)]);
        _jobs.Writer.TryWrite(job);
        if (Interlocked.Exchange(ref _working, 1) == 0)
        {
            _ = Task.Run(Work);
        }

        return job.Done.Task;
    }

    /// <summary>Waits until receipts were stored, or for so long.</summary>
    public Task<bool> WaitForNews(TimeSpan atMost, CancellationToken cancellationToken) => _news.WaitAsync(atMost, cancellationToken);

    public void Dispose() => _news.Dispose();

    private async Task Work()
    {
        while (true)
        {
            var jobs = new List<Job>();
            var rows = 0;
            while (rows < MostAtOnce && _jobs.Reader.TryRead(out var job))
            {
                jobs.Add(job);
                rows += job.Rows.Count;
            }

            if (jobs.Count > 0)
            {
                await Store(jobs);
                continue;
            }

            Volatile.Write(ref _working, 0);

            // Whoever came between the last look and the line above found somebody at work.
            if (_jobs.Reader.Count == 0 || Interlocked.Exchange(ref _working, 1) == 1)
            {
                return;
            }
        }
    }

    private async Task Store(List<Job> jobs)
    {
        try
        {
            // Of two for one text the later counts, unless it was told to have arrived before.
            var rows = jobs.SelectMany(job => job.Rows)
                .GroupBy(row => (row.Centre, row.CarrierId))
                .Select(same => same.FirstOrDefault(row => row.State == ReceiptState.Delivered) ?? same.Last());
            await store.Take([.. rows]);
            jobs.ForEach(job => job.Done.SetResult());
            _news.Release();
        }
        catch (Exception exception)
        {
            // Whatever it is: the carrier keeps them, and offers them again.
            var away = exception as StoreUnavailableException ?? new StoreUnavailableException("Receipts were not stored", exception);
            jobs.ForEach(job => job.Done.SetException(away));
        }
    }

    private ReceiptRow RowOf(CarrierReceipt receipt) =>
        new(
            carriers.ReceiptsOf(receipt.Carrier),
            receipt.MessageId,
            receipt.State,
            receipt.At,
            time.GetUtcNow(),
            receipt.SubmittedAt,
            HashOf(receipt)
        );

    private LookupHash? HashOf(CarrierReceipt receipt)
    {
        if (string.IsNullOrEmpty(receipt.Destination.Value))
        {
            return null;
        }

        if (carriers.MediumOf(receipt.Carrier) == Medium.Email)
        {
            return seal.Email(receipt.Destination.Value).Hash;
        }

        // SMS centres write numbers with or without the plus sign.
        var number = receipt.Destination.Value;
        return PhonePolicy.Normal(number.StartsWith('+') ? number : "+" + number) is { } phone ? seal.Phone(phone).Hash : null;
    }

    private sealed class Job(List<ReceiptRow> rows)
    {
        public List<ReceiptRow> Rows => rows;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
