using Burgernet.Cells;
using Burgernet.Participants;

namespace Burgernet.Grains.Participants;

/// <summary>A location of an active participant, with all that a selection asks of it. Holds nothing that says who it is.</summary>
public readonly record struct Subscription
{
    /// <summary>Who.</summary>
    public required Guid ParticipantId { get; init; }

    /// <summary>Which of their locations, 1 to 5.</summary>
    public required int LocationNumber { get; init; }

    /// <summary>The H3 cell of the point, resolution 8.</summary>
    public required ulong Cell { get; init; }

    /// <summary>Where.</summary>
    public required GeoPoint Point { get; init; }

    /// <summary>The language to be spoken to in.</summary>
    public required Language Language { get; init; }

    /// <summary>Citizen or professional.</summary>
    public ParticipantKind Kind { get; init; }

    /// <summary>By what they may be reached here.</summary>
    public ContactChannels Channels { get; init; }

    /// <summary>When they may be reached here.</summary>
    public WeeklyHours Hours { get; init; }

    /// <summary>Their target groups, a bit for each.</summary>
    public ulong TargetGroups { get; init; }

    /// <summary>The version of the participant that this was read at.</summary>
    public long Version { get; init; }
}
