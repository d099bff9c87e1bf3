using System.Net;
using Burgernet.Smpp.Session;

namespace Burgernet.Practice;

/// <summary>Settings of a <see cref="PracticeSmsc"/>.</summary>
public sealed record PracticeSmscOptions
{
    private const int LongestSystemId = 15;
    private const int LongestPassword = 8;

    /// <summary>TCP address and port for SMPP; loopback only, port 0 takes a free one. Default 127.0.0.1, a free port.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>How ESMEs are taken over TLS; null for plain TCP, the default.</summary>
    public SmppTlsListenerOptions? Tls { get; init; }

    /// <summary>The system id that may bind, at most 15 characters. Default <c>burgernet</c>.</summary>
    public string SystemId { get; init; } = "burgernet";

    /// <summary>Its password, at most 8 characters: no secret, for it opens nothing but practice. Default <c>practice</c>.</summary>
    public string Password { get; init; } = "practice";

    /// <summary>Most binds at once. Default 64.</summary>
    public int MostBinds { get; init; } = 64;

    /// <summary>Most segments taken in any window of one second; the next is answered with throttled (0x58). Default 1,000.</summary>
    public int SegmentsPerSecond { get; init; } = 1_000;

    /// <summary>Most segments that are taken and not delivered yet; the next is answered with queue full (0x14). Default 200,000.</summary>
    public int MostWaiting { get; init; } = 200_000;

    /// <summary>How long a message without a validity period may wait. Not scaled by <see cref="Pace"/>. Default 24 h.</summary>
    public TimeSpan Validity { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Which population of phones; the same seed gives each number the same phone. Default 2012.</summary>
    public long Seed { get; init; } = 2012;

    /// <summary>How often each behaviour occurs.</summary>
    public PracticeSmsMix Mix { get; init; } = PracticeSmsMix.Default;

    /// <summary>How long answers and deliveries take.</summary>
    public PracticeSmsDelays Delays { get; init; } = PracticeSmsDelays.Default;

    /// <summary>How receipts are given.</summary>
    public PracticeReceipts Receipts { get; init; } = new();

    /// <summary>Factor on all delays, for tests: 0.1 is ten times as fast. 0.001 to 100, default 1.</summary>
    public double Pace { get; init; } = 1;

    /// <summary>Messages that the inbox keeps; older ones are dropped. Default 10,000.</summary>
    public int InboxSize { get; init; } = 10_000;

    /// <summary>A file to which the record is appended as JSON lines; null (the default) keeps it in memory only.</summary>
    public string? RecordFile { get; init; }

    /// <summary>Ended segments that the record keeps in memory; older ones are dropped from it, not from the file. Default 100,000.</summary>
    public int RecordsInMemory { get; init; } = 100_000;

    /// <summary>Why these settings cannot be used; empty when they can.</summary>
    public IEnumerable<string> Problems()
    {
        if (Listen is null || !IPAddress.IsLoopback(Listen.Address))
        {
            yield return $"Listen is {Listen?.Address}: the practice SMSC answers on a loopback address only, so that no real network can reach it or be reached.";
        }

        if (string.IsNullOrEmpty(SystemId) || SystemId.Length > LongestSystemId || Password is null || Password.Length > LongestPassword)
        {
            yield return $"SystemId has 1 to {LongestSystemId} characters and Password at most {LongestPassword} (SMPP 3.4 §5.2.1, §5.2.2).";
        }

        if (MostBinds < 1 || SegmentsPerSecond < 1 || MostWaiting < 1)
        {
            yield return $"MostBinds is {MostBinds}, SegmentsPerSecond {SegmentsPerSecond} and MostWaiting {MostWaiting}: each at least 1.";
        }

        if (Validity <= TimeSpan.Zero)
        {
            yield return $"Validity is {Validity}: longer than 0.";
        }

        if (!double.IsFinite(Pace) || Pace is < 0.001 or > 100)
        {
            yield return $"Pace is {Pace}: it lies between 0.001 and 100.";
        }

        if (InboxSize < 0 || RecordsInMemory < 0)
        {
            yield return $"InboxSize is {InboxSize} and RecordsInMemory {RecordsInMemory}: 0 or more.";
        }

        if (RecordFile is not null && string.IsNullOrWhiteSpace(RecordFile))
        {
            yield return "RecordFile is blank: leave it out to keep the record in memory only.";
        }

        foreach (
            var problem in (Mix ?? PracticeSmsMix.Default)
                .Problems()
                .Concat((Delays ?? PracticeSmsDelays.Default).Problems())
                .Concat((Receipts ?? new PracticeReceipts()).Problems())
        )
        {
            yield return problem;
        }
    }
}
