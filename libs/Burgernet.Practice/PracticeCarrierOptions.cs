using System.Net;

namespace Burgernet.Practice;

/// <summary>Settings of a <see cref="PracticeCarrier"/>.</summary>
public sealed record PracticeCarrierOptions
{
    /// <summary>UDP address and port for SIP; loopback only, port 0 takes a free one. Default 127.0.0.1, a free port.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>Most calls at once; the next gets 503. Default 200.</summary>
    public int Channels { get; init; } = 200;

    /// <summary>Most calls taken in any window of one second; the next gets 503 with Retry-After 1. Default 50.</summary>
    public int CallsPerSecond { get; init; } = 50;

    /// <summary>Which population of phones; the same seed gives each number the same phone. Default 2012, the year of Deventer's plan.</summary>
    public long Seed { get; init; } = 2012;

    /// <summary>First UDP port for media. Default 12000: apart from the caller's own range when both live in one process.</summary>
    public int FirstMediaPort { get; init; } = 12_000;

    /// <summary>Last UDP port for media. Default 19999; one call uses one even port.</summary>
    public int LastMediaPort { get; init; } = 19_999;

    /// <summary>A file to which the record is appended as JSON lines; null (the default) keeps it in memory only.</summary>
    public string? RecordFile { get; init; }

    /// <summary>Finished calls that the record keeps in memory; older ones are dropped from it, not from the file. Default 100,000.</summary>
    public int RecordsInMemory { get; init; } = 100_000;

    /// <summary>How often each behaviour occurs.</summary>
    public PracticeMix Mix { get; init; } = PracticeMix.Default;

    /// <summary>How long phones take.</summary>
    public PracticeDelays Delays { get; init; } = PracticeDelays.Default;

    /// <summary>Which phones call back, and which are control rooms'.</summary>
    public PracticeCallBacks CallBacks { get; init; } = new();

    /// <summary>Factor on all delays of phones, for tests: 0.1 is ten times as fast. 0.001 to 100, default 1. The two limits below are the carrier's and not scaled.</summary>
    public double Pace { get; init; } = 1;

    /// <summary>How long a phone may ring before the carrier gives up with 480 (RFC 3261 §16.6, Timer C: more than 3 minutes). Default 181 s.</summary>
    public TimeSpan LongestRing { get; init; } = TimeSpan.FromSeconds(181);

    /// <summary>An answered call that brings no RTP packet for this long (up to twice as long) is hung up: its caller died. Default 20 s.</summary>
    public TimeSpan SilenceLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Why these settings cannot be used; empty when they can.</summary>
    public IEnumerable<string> Problems()
    {
        if (Listen is null || !IPAddress.IsLoopback(Listen.Address))
        {
            yield return $"Listen is {Listen?.Address}: the practice carrier answers on a loopback address only, so that no real network can reach it or be reached.";
        }

        if (Channels < 1)
        {
            yield return $"Channels is {Channels}: at least 1.";
        }

        if (CallsPerSecond < 1)
        {
            yield return $"CallsPerSecond is {CallsPerSecond}: at least 1.";
        }

        if (FirstMediaPort is < 1024 or > 65_534 || LastMediaPort is < 1024 or > 65_535 || LastMediaPort < FirstMediaPort)
        {
            yield return $"Media ports run from {FirstMediaPort} to {LastMediaPort}: they lie between 1024 and 65535, first before last.";
        }
        else if ((LastMediaPort - FirstMediaPort + 1) / 2 < Channels)
        {
            yield return $"Media ports {FirstMediaPort} to {LastMediaPort} carry {(LastMediaPort - FirstMediaPort + 1) / 2} calls: fewer than the {Channels} channels (one even port each).";
        }

        if (RecordFile is not null && string.IsNullOrWhiteSpace(RecordFile))
        {
            yield return "RecordFile is blank: leave it out to keep the record in memory only.";
        }

        if (RecordsInMemory < 0)
        {
            yield return $"RecordsInMemory is {RecordsInMemory}: 0 or more.";
        }

        if (!double.IsFinite(Pace) || Pace is < 0.001 or > 100)
        {
            yield return $"Pace is {Pace}: it lies between 0.001 and 100.";
        }

        if (LongestRing <= TimeSpan.Zero || SilenceLimit <= TimeSpan.Zero)
        {
            yield return $"LongestRing is {LongestRing} and SilenceLimit {SilenceLimit}: both are longer than 0.";
        }

        foreach (
            var problem in (Mix ?? PracticeMix.Default)
                .Problems()
                .Concat((Delays ?? PracticeDelays.Default).Problems())
                .Concat((CallBacks ?? new PracticeCallBacks()).Problems())
        )
        {
            yield return problem;
        }
    }
}
