using System.ComponentModel.DataAnnotations;
using Burgernet.Grains.CallBacks;

namespace Burgernet.Grains.Dialing;

/// <summary>A carrier that calls leave by (section <c>Burgernet:Carrier</c> for one, <c>Burgernet:Carriers:0</c> … for several). None leaves without one; the default is the practice carrier.</summary>
public sealed class CarrierOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Carrier";

    private const string PracticeCallBackNumber = "+31999900011";

    /// <summary>Its name in grains, metrics and the dossier. Default <c>practice</c>.</summary>
    [Required]
    public string Name { get; set; } = "practice";

    /// <summary>Whether nobody is really called by it. Actions are practice or live after it. Default true.</summary>
    public bool Practice { get; set; } = true;

    /// <summary>The control rooms that may use it; none named: all.</summary>
    public string[] ControlRooms { get; set; } = [];

    /// <summary>Lines that this installation may use: concurrent calls. Default 60, of the practice carrier's 200.</summary>
    [Range(1, 100_000)]
    public int Channels { get; set; } = 60;

    /// <summary>New calls a second. Default 50.</summary>
    [Range(1, 10_000)]
    public int CallsPerSecond { get; set; } = 50;

    /// <summary>Limits on numbers that begin alike, besides those of the carrier. Default none.</summary>
    public PrefixLimit[] Prefixes { get; set; } = [];

    /// <summary>How long a phone may ring. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:03:00")]
    public TimeSpan RingLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the line stays open for keys after the message. Default 3 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan LingerAfterMessage { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Longest message that is accepted: how long a dead node's lines stay charged after the ring limit. Default 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan LongestMessage { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The call-back number that is shown, E.164; null for the carrier's default.</summary>
    public string? CallBackNumber { get; set; }

    /// <summary>Channels that are kept free for those who call the call-back number; a caller takes two. Default 5 %, at least 2; none where the call-back line is off or there is no <see cref="CallBackNumber"/>.</summary>
    [Range(0, 100_000)]
    public int? ReservedForCallers { get; set; }

    /// <summary>Whether calls to its call-back number are taken.</summary>
    public bool TakesCallBacks(CallBackOptions callBack)
    {
        ArgumentNullException.ThrowIfNull(callBack);
        return callBack.Enabled && !string.IsNullOrEmpty(CallBackNumber);
    }

    /// <summary>The number that is said in a message where people are asked to ring; null where none is known. Practice has one that nobody has.</summary>
    public string? SpokenCallBackNumber => CallBackNumber ?? (Practice ? PracticeCallBackNumber : null);

    /// <summary>The longest that a call may hold its line.</summary>
    public TimeSpan LongestCall => RingLimit + LongestMessage + LingerAfterMessage;

    /// <summary>Whether a control room may use it.</summary>
    public bool Serves(string controlRoom) => ControlRooms.Length == 0 || ControlRooms.Contains(controlRoom, StringComparer.Ordinal);
}
