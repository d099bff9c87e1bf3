using Burgernet.Api.Access;
using Burgernet.Api.Participants;

namespace Burgernet.Api;

/// <summary>What an installation decides about the API: section <c>Burgernet:Api</c>, control rooms in <c>Burgernet:ControlRooms</c>.</summary>
public sealed class ApiOptions
{
    /// <summary>The configuration section of the limits.</summary>
    public const string Section = "Burgernet:Api";

    /// <summary>The configuration section of the control rooms, a list.</summary>
    public const string ControlRoomsSection = "Burgernet:ControlRooms";

    /// <summary>The configuration section of target groups, a list: the register's own.</summary>
    public const string TargetGroupsSection = "Burgernet:Register:TargetGroups";

    /// <summary>Target groups, by what the API calls them.</summary>
    public IList<ParticipantGroupOptions> TargetGroups { get; } = [];

    /// <summary>The control rooms that may call. None with a key: only this machine itself, and only with practice carriers.</summary>
    public IList<ControlRoomOptions> ControlRooms { get; } = [];

    /// <summary>The largest area of an action, in square kilometres on the sphere. Default 1,000.</summary>
    public double MaxAreaSquareKilometres { get; set; } = 1000;

    /// <summary>The largest radius of a circle, in metres. Default 15,000.</summary>
    public double MaxRadiusMetres { get; set; } = 15_000;

    /// <summary>How many points an area's rings may have together. Default 10,000.</summary>
    public int MaxAreaPoints { get; set; } = 10_000;

    /// <summary>How long a spoken message may play. Default 60 s.</summary>
    public TimeSpan MaxMessage { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The largest body of a request, in bytes: two messages of 60 s, 48 kHz, mono, 16 bits and their description. Default 12 MB.</summary>
    public long MaxBodyBytes { get; set; } = 12_000_000;

    /// <summary>The largest file of a bulk import, in bytes. Default 2 GB: two million rows with all that may stand in them.</summary>
    public long MaxImportBytes { get; set; } = 2_000_000_000;

    /// <summary>How many sign-ups, confirmations and leaves there may be a minute without a login, of everybody together. Default 600.</summary>
    public int SignupsPerMinute { get; set; } = 600;

    /// <summary>The same of one client address. Default 20: a household, or an office behind one address.</summary>
    public int SignupsPerMinuteAndAddress { get; set; } = 20;

    /// <summary>How many actions a control room may prepare and start a minute, together. Default 120. Stopping is never limited.</summary>
    public int ActsPerMinute { get; set; } = 120;

    /// <summary>How many live views may be open with one key at a time, on each node. Default 250.</summary>
    public int LiveViewsPerKey { get; set; } = 250;

    /// <summary>How many live views may be open at a time on each node, of everybody together. Default 2,000.</summary>
    public int LiveViews { get; set; } = 2_000;

    /// <summary>How often an action that is watched is asked how it stands, whatever the stream hints at. Default 0.75 s: what a hint did not tell is seen within a second.</summary>
    public TimeSpan LivePoll { get; set; } = TimeSpan.FromSeconds(0.75);

    /// <summary>How long a live view may be silent before a line says that it is still there. Default 15 s.</summary>
    public TimeSpan LiveHeartbeat { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a browser waits before it comes back when a live view ends. Default 1 s.</summary>
    public TimeSpan LiveRetry { get; set; } = TimeSpan.FromSeconds(1);
}
