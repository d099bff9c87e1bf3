using System.ComponentModel.DataAnnotations;
using System.Net;
using Burgernet.Practice;

namespace Burgernet.Silo.Hosting;

/// <summary>The practice SMS centre of this node or process (section <c>Burgernet:Practice:Sms</c>).</summary>
public sealed class PracticeSmsOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Practice:Sms";

    /// <summary>TCP address and port for SMPP, loopback only; port 0 takes a free one. Default <c>127.0.0.1:0</c> in the node.</summary>
    [Required]
    public string Listen { get; set; } = "127.0.0.1:0";

    /// <summary>Segments a second that it takes; beyond them it says throttled. Default 1,000.</summary>
    [Range(1, 1_000_000)]
    public int SegmentsPerSecond { get; set; } = 1_000;

    /// <summary>Segments that may wait; beyond them it says queue full. Default 200,000.</summary>
    [Range(1, 10_000_000)]
    public int MostWaiting { get; set; } = 200_000;

    /// <summary>Which population of phones. Default 2012.</summary>
    public long Seed { get; set; } = 2012;

    /// <summary>Factor on all delays, for tests. Default 1.</summary>
    [Range(0.001, 100)]
    public double Pace { get; set; } = 1;

    /// <summary>How many SMS to practice phones are kept to be read. Default 10,000.</summary>
    [Range(0, 1_000_000)]
    public int InboxSize { get; set; } = 10_000;

    /// <summary>A file for the centre's own record of segments, as JSON lines; none by default.</summary>
    public string? RecordFile { get; set; }

    /// <summary>How often each fate befalls an SMS: weights by name (<c>Delivered</c>, <c>Undelivered</c>, <c>Expired</c>, <c>Lost</c>, <c>Rejected</c>, <c>ThrottledOnce</c>,
    /// <c>QueueFullOnce</c>). Naming any replaces the invented default.</summary>
    public IDictionary<PracticeSmsBehaviour, double> Mix { get; } = new Dictionary<PracticeSmsBehaviour, double>();

    /// <summary>As the library takes them.</summary>
    public PracticeSmscOptions ToSmscOptions() =>
        new()
        {
            Listen = IPEndPoint.TryParse(Listen, out var listen)
                ? listen
                : throw new FormatException($"{Section}:Listen '{Listen}' is not an address with a port, such as 127.0.0.1:2775"),
            SegmentsPerSecond = SegmentsPerSecond,
            MostWaiting = MostWaiting,
            Seed = Seed,
            Pace = Pace,
            InboxSize = InboxSize,
            RecordFile = RecordFile,
            Mix =
                Mix.Count == 0
                    ? PracticeSmsMix.Default
                    : new PracticeSmsMix
                    {
                        Delivered = WeightOf(PracticeSmsBehaviour.Delivered),
                        Undelivered = WeightOf(PracticeSmsBehaviour.Undelivered),
                        Expired = WeightOf(PracticeSmsBehaviour.Expired),
                        Lost = WeightOf(PracticeSmsBehaviour.Lost),
                        Rejected = WeightOf(PracticeSmsBehaviour.Rejected),
                        ThrottledOnce = WeightOf(PracticeSmsBehaviour.ThrottledOnce),
                        QueueFullOnce = WeightOf(PracticeSmsBehaviour.QueueFullOnce),
                    },
        };

    private double WeightOf(PracticeSmsBehaviour behaviour) => Mix.TryGetValue(behaviour, out var weight) ? weight : 0;
}
