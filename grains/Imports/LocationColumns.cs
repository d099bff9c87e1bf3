namespace Burgernet.Grains.Imports;

/// <summary>The columns of one of the five locations.</summary>
internal sealed record LocationColumns
{
    /// <summary>1 to 5.</summary>
    public required int Number { get; init; }

    public required ImportColumn Label { get; init; }

    public required ImportColumn Latitude { get; init; }

    public required ImportColumn Longitude { get; init; }

    public required ImportColumn Postcode { get; init; }

    public required ImportColumn HouseNumber { get; init; }

    public required ImportColumn Addition { get; init; }

    public required ImportColumn Channels { get; init; }

    public required ImportColumn Hours { get; init; }

    /// <summary>All eight.</summary>
    public IEnumerable<ImportColumn> All => [Label, Latitude, Longitude, Postcode, HouseNumber, Addition, Channels, Hours];
}
