using System.ComponentModel.DataAnnotations;
using System.Net;
using Burgernet.Practice;

namespace Burgernet.Silo.Hosting;

/// <summary>The practice carrier of this node or process (section <c>Burgernet:Practice</c>).</summary>
public sealed class PracticeOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Practice";

    /// <summary>UDP address and port, loopback only; port 0 takes a free one. Default <c>127.0.0.1:0</c> in the node.</summary>
    [Required]
    public string Listen { get; set; } = "127.0.0.1:0";

    /// <summary>Lines. Default 200.</summary>
    [Range(1, 100_000)]
    public int Channels { get; set; } = 200;

    /// <summary>New calls a second. Default 50.</summary>
    [Range(1, 10_000)]
    public int CallsPerSecond { get; set; } = 50;

    /// <summary>Which population of phones. Default 2012.</summary>
    public long Seed { get; set; } = 2012;

    /// <summary>Factor on all delays of phones, for tests. Default 1.</summary>
    [Range(0.001, 100)]
    public double Pace { get; set; } = 1;

    /// <summary>How long a phone may ring before the carrier gives up. Default 181 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan LongestRing { get; set; } = TimeSpan.FromSeconds(181);

    /// <summary>An answered call without audio from its caller for so long, up to twice as long, is hung up. Default 20 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan SilenceLimit { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>First UDP port for media. Default 12000.</summary>
    [Range(1024, 65534)]
    public int FirstMediaPort { get; set; } = 12_000;

    /// <summary>Last UDP port for media. Default 19999.</summary>
    [Range(1025, 65535)]
    public int LastMediaPort { get; set; } = 19_999;

    /// <summary>A file for the carrier's own record of calls, as JSON lines; none by default.</summary>
    public string? RecordFile { get; set; }

    /// <summary>Which share of the phones calls back the number that called them, 0 to 1. Default 0.</summary>
    [Range(0d, 1d)]
    public double CallBackShare { get; set; }

    /// <summary>How long after the call they do, half to one and a half times. Default 20 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan CallBackAfter { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Practice numbers that are control rooms': they always answer. Default none.</summary>
    public string[] ControlRooms { get; set; } = [];

    /// <summary>As the library takes them.</summary>
    public PracticeCarrierOptions ToCarrierOptions() =>
        new()
        {
            Listen = IPEndPoint.TryParse(Listen, out var listen)
                ? listen
                : throw new FormatException($"Burgernet:Practice:Listen '{Listen}' is not an address with a port, such as 127.0.0.1:5070"),
            Channels = Channels,
            CallsPerSecond = CallsPerSecond,
            Seed = Seed,
            Pace = Pace,
            LongestRing = LongestRing,
            SilenceLimit = SilenceLimit,
            FirstMediaPort = FirstMediaPort,
            LastMediaPort = LastMediaPort,
            RecordFile = RecordFile,
            CallBacks = new PracticeCallBacks
            {
                Share = CallBackShare,
                After = CallBackAfter,
                ControlRooms = ControlRooms,
            },
        };
}
