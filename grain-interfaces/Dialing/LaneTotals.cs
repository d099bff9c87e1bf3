namespace Burgernet.Dialing;

/// <summary>How far a lane is, in cumulative totals: a later report replaces an earlier one.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.lane-totals")]
public sealed record LaneTotals
{
    /// <summary>The lane's number.</summary>
    [Id(0)]
    public required int Lane { get; init; }

    /// <summary>Rises with every change of the lane: of reports with the same <see cref="LogSequence"/> an older one is ignored.</summary>
    [Id(1)]
    public required long Version { get; init; }

    /// <summary>People in the lane.</summary>
    [Id(2)]
    public required int Selected { get; init; }

    /// <summary>Deliveries that wait for a line.</summary>
    [Id(3)]
    public required int Waiting { get; init; }

    /// <summary>Deliveries with a claim and no result yet.</summary>
    [Id(4)]
    public required int UnderWay { get; init; }

    /// <summary>People who were contacted.</summary>
    [Id(5)]
    public required int Contacted { get; init; }

    /// <summary>Deliveries by result.</summary>
    [Id(6)]
    public required IReadOnlyDictionary<DeliveryResult, int> Results { get; init; }

    /// <summary>The lowest band with a call that has had no attempt, or <see cref="int.MaxValue"/>.</summary>
    [Id(7)]
    public required int LowestUndialledBand { get; init; }

    /// <summary>Those among the waiting who were tried and wait for their next try.</summary>
    [Id(8)]
    public int Deferred { get; init; }

    /// <summary>When the last tries of those who were tried are over at the latest, or null.</summary>
    [Id(9)]
    public DateTimeOffset? RetriesUntil { get; init; }

    /// <summary>Those without a result who were tried and are, or will be, tried again.</summary>
    [Id(10)]
    public int Retried { get; init; }

    /// <summary>Deliveries in the lane, over all messages.</summary>
    [Id(13)]
    public int Deliveries { get; init; }

    /// <summary>People who heard the call, or a correction of it, for at least 80 % of its length.</summary>
    [Id(15)]
    public int Heard { get; init; }

    /// <summary>People who were reached: who heard any message, or on whose handset any text is.</summary>
    [Id(16)]
    public int Reached { get; init; }

    /// <summary>How far each medium is that has deliveries.</summary>
    [Id(17)]
    public IReadOnlyList<MediumTotals> Media { get; init; } = [];

    /// <summary>How far it is with each message, by number.</summary>
    [Id(14)]
    public IReadOnlyList<MessageTotals> Messages { get; init; } = [];

    /// <summary>The last entry of the lane's chain that is stored, or 0.</summary>
    [Id(11)]
    public long LogSequence { get; init; }

    /// <summary>That entry's hash (SHA-256), empty where there is none.</summary>
    [Id(12)]
    public ReadOnlyMemory<byte> LogHead { get; init; }
}
