using System.Globalization;
using Burgernet.Api.Cells;
using Burgernet.Participants;

namespace Burgernet.Api.Participants;

/// <summary>Where somebody regularly is, and by what and when they may be reached there.</summary>
public sealed record LocationJson
{
    /// <summary>1 to 5.</summary>
    public required int Number { get; init; }

    /// <summary>What they call it.</summary>
    public required string Label { get; init; }

    /// <summary>Where.</summary>
    public required PointJson Point { get; init; }

    /// <summary>Its address.</summary>
    public AddressJson? Address { get; init; }

    /// <summary>voice, sms, email.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>When; absent is always.</summary>
    public IReadOnlyList<HoursJson>? Hours { get; init; }

    /// <summary>The H3 cell of resolution 8 in which it lies, worked out.</summary>
    public string? Cell { get; init; }

    /// <summary>The code of the municipality, worked out; absent is unknown.</summary>
    public string? Municipality { get; init; }

    /// <summary>The code of the police or safety region, worked out; absent is unknown.</summary>
    public string? District { get; init; }

    internal static LocationJson Of(ParticipantLocation location, LocationPlace? place) =>
        new()
        {
            Number = location.Number,
            Label = location.Label.Value,
            Point = PointJson.Of(location.Point),
            Address = location.Address is { } address ? AddressJson.Of(address) : null,
            Channels = ParticipantWords.Channels.WordsOf(location.Channels),
            Hours = location.Hours.IsAlways ? null : [.. location.Hours.Windows.Select(HoursJson.Of)],
            Cell = place?.Cell.ToString("x", CultureInfo.InvariantCulture),
            Municipality = place?.Borders.Municipality,
            District = place?.Borders.District,
        };
}
