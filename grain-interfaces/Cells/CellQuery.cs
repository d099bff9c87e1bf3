using Burgernet.Participants;

namespace Burgernet.Cells;

/// <summary>What a selection asks of cells.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.cell-query")]
public sealed record CellQuery
{
    /// <summary>Whose point lies outside is not selected; null where a cell lies wholly in the area.</summary>
    [Id(0)]
    public required Area? Area { get; init; }

    /// <summary>The incident point that distances are measured from.</summary>
    [Id(1)]
    public required GeoPoint From { get; init; }

    /// <summary>Only whose hours are open at this minute of the Dutch week; null for regardless of hours. Default: null.</summary>
    [Id(2)]
    public WeekMinute? At { get; init; }

    /// <summary>Only who may be reached by at least one of these at the location. Default: any.</summary>
    [Id(3)]
    public ContactChannels Channels { get; init; } = ContactChannels.All;

    /// <summary>Citizens, professionals or both. Default: both.</summary>
    [Id(4)]
    public ParticipantKinds Kinds { get; init; } = ParticipantKinds.All;

    /// <summary>Only who is in at least one of these target groups, a bit for each; 0 for everyone. Default: 0.</summary>
    [Id(5)]
    public ulong TargetGroups { get; init; }

    /// <summary>The same, of cells that lie wholly in the area.</summary>
    public CellQuery OfWholeCells() => Area is null ? this : this with { Area = null };
}
