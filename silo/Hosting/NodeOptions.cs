using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Burgernet.Silo.Hosting;

/// <summary>Settings of the node itself (section <c>Burgernet:Node</c>).</summary>
public sealed class NodeOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Node";

    /// <summary>Where the API listens where neither <c>--urls</c> nor <c>ASPNETCORE_URLS</c> says otherwise.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>TCP port between silos, on loopback; 0 takes a free one. Default 0: one node needs no fixed port.</summary>
    [Range(0, 65535)]
    public int SiloPort { get; set; }

    /// <summary>TCP port for Orleans clients, on loopback; 0 takes a free one. Default 0.</summary>
    [Range(0, 65535)]
    public int GatewayPort { get; set; }

    /// <summary>How long answered calls may go on when the node stops. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan StopGrace { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the node's clock is held against the database's, where nodes share one. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ClockInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How far off the database's it may be before the log complains. Default 0.5 s: two nodes at that bound in either direction still have half of the two seconds in which a claim may become a call.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:00:02")]
    public TimeSpan ClockBound { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Whether operators get the dashboard of Orleans at <c>/dashboard</c>; the same on all nodes of a cluster. Default false: it measures every call between grains.</summary>
    public bool Dashboard { get; set; }

    /// <summary>Language of what the node prints: <c>nl</c> or <c>en</c>. Default: that of the system, English where it is neither.</summary>
    [RegularExpression("^(nl|en)$")]
    public string Language { get; set; } = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "nl" ? "nl" : "en";
}
