using Burgernet.Smpp.Pdus;

namespace Burgernet.Practice;

/// <summary>Counts segments. Used under the centre's lock.</summary>
internal sealed class PracticeSmsCounts
{
    private readonly long[] _ends = new long[Enum.GetValues<PracticeSmsState>().Length];
    private long _taken;
    private long _throttled;
    private long _queueFull;
    private long _refused;
    private long _violations;
    private long _receiptsTaken;
    private long _receiptsGivenUp;

    /// <summary>Submits so far.</summary>
    public long Submits { get; private set; }

    /// <summary>A submit arrived.</summary>
    public long Arrived() => ++Submits;

    /// <summary>It is answered.</summary>
    public void Answered(CommandStatus status, PracticeSmsRefusal? refusal)
    {
        _taken += status == CommandStatus.Ok ? 1 : 0;
        _throttled += status == CommandStatus.Throttled ? 1 : 0;
        _queueFull += status == CommandStatus.QueueFull ? 1 : 0;
        _refused += status is CommandStatus.Ok or CommandStatus.Throttled or CommandStatus.QueueFull ? 0 : 1;
        _violations += refusal == PracticeSmsRefusal.NotPracticeNumber ? 1 : 0;
    }

    /// <summary>One reached its end.</summary>
    public void Ended(PracticeSmsState state) => _ends[(int)state]++;

    /// <summary>A receipt's way is over.</summary>
    public void ReceiptTold(bool isTaken)
    {
        _receiptsTaken += isTaken ? 1 : 0;
        _receiptsGivenUp += isTaken ? 0 : 1;
    }

    /// <summary>All of it.</summary>
    public PracticeSmsTotals Totals() =>
        new(
            Submits,
            _taken,
            _throttled,
            _queueFull,
            _refused,
            _violations,
            _ends[(int)PracticeSmsState.Delivered],
            _ends[(int)PracticeSmsState.Undelivered],
            _ends[(int)PracticeSmsState.Expired],
            _ends[(int)PracticeSmsState.Lost],
            _ends[(int)PracticeSmsState.Deleted],
            _receiptsTaken,
            _receiptsGivenUp
        );
}
