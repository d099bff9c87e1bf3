using System.ComponentModel.DataAnnotations;
using Burgernet.Actions;
using Burgernet.Grains.CallBacks;

namespace Burgernet.Grains.Dialing;

/// <summary>A carrier: a trunk that calls leave by (section <c>Burgernet:Carrier</c> for one, <c>Burgernet:Carriers:0</c> … for several), an SMS centre (<c>Burgernet:SmsCentres:0</c> …)
/// or a mail relay (<c>Burgernet:MailRelays:0</c> …). Nothing leaves without one; the default is the practice carrier.</summary>
public sealed class CarrierOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Carrier";

    private const string PracticeCallBackNumber = "+31999900011";

    /// <summary>Its name in grains, metrics and the dossier. Default <c>practice</c>.</summary>
    [Required]
    public string Name { get; set; } = "practice";

    /// <summary>What it carries: follows from the section.</summary>
    public Medium Medium { get; set; } = Medium.Voice;

    /// <summary>Whether nobody is really called by it. Actions are practice or live after it. Default true.</summary>
    public bool Practice { get; set; } = true;

    /// <summary>The control rooms that may use it; none named: all.</summary>
    public string[] ControlRooms { get; set; } = [];

    /// <summary>Lines that this installation may use: concurrent calls. Of an SMS centre or a mail relay: texts that may be without an answer at once (the window), over all
    /// nodes. Default 60, of the practice carrier's 200.</summary>
    [Range(1, 100_000)]
    public int Channels { get; set; } = 60;

    /// <summary>New calls a second. Of an SMS centre: segments a second; of a mail relay: mails a second. Default 50.</summary>
    [Range(1, 100_000)]
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

    /// <summary>How long a text may be without an answer once it reached the socket; then what became of it is unknown. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan AnswerLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The SMS centre behind it: carriers that are several ways to the same one name it alike, for its receipts come by any of them. Default its own name.</summary>
    public string? Centre { get; set; }

    /// <summary>The name by which receipts find texts.</summary>
    public string ReceiptsOf => Centre ?? Name;

    /// <summary>Who texts are from: at most 11 letters and digits, or a number, for an SMS; a name for a mail. Default <c>Burgernet</c>.</summary>
    [Required]
    public string Sender { get; set; } = "Burgernet";

    /// <summary>The same for single control rooms, by their id.</summary>
    public IDictionary<string, string> Senders { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Who texts of a control room are from.</summary>
    public string SenderOf(string controlRoom) => Senders.TryGetValue(controlRoom, out var own) ? own : Sender;

    /// <summary>The longest that a call may hold its line, or a text its place in the window.</summary>
    public TimeSpan LongestCall => Medium == Medium.Voice ? RingLimit + LongestMessage + LingerAfterMessage : AnswerLimit;

    /// <summary>Whether a control room may use it.</summary>
    public bool Serves(string controlRoom) => ControlRooms.Length == 0 || ControlRooms.Contains(controlRoom, StringComparer.Ordinal);
}
