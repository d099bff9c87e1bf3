using Burgernet.Cells;

namespace Burgernet.Participants;

/// <summary>Where somebody regularly is, and by what and when they may be reached there.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.participant-location")]
public sealed record ParticipantLocation
{
    /// <summary>1 to 5, unique within the participant, kept by changes.</summary>
    [Id(0)]
    public required int Number { get; init; }

    /// <summary>What they call it (home, work), 1 to 40 characters.</summary>
    [Id(1)]
    public required PersonalText Label { get; init; }

    /// <summary>Where.</summary>
    [Id(2)]
    public required GeoPoint Point { get; init; }

    /// <summary>Its address, or null.</summary>
    [Id(3)]
    public DutchAddress? Address { get; init; }

    /// <summary>By what they may be reached there, at least one.</summary>
    [Id(4)]
    public required ContactChannels Channels { get; init; }

    /// <summary>When they may be reached there, in Dutch time. Default: always.</summary>
    [Id(5)]
    public WeeklyHours Hours { get; init; }
}
