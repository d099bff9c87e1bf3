using Burgernet.Cells;

namespace Burgernet.Tests.Unit.Cells.Interleaving;

/// <summary>A place near the centre of a search.</summary>
/// <param name="North">Hundreds of metres to the north.</param>
/// <param name="East">Hundreds of metres to the east.</param>
/// <param name="ByVoice">Whether somebody may be called there.</param>
internal sealed record Place(int North, int East, bool ByVoice)
{
    private const double MetresPerDegree = 111_195;

    public GeoPoint At(GeoPoint center) =>
        new(
            center.Latitude + (North * 100 / MetresPerDegree),
            center.Longitude + (East * 100 / (MetresPerDegree * Math.Cos(double.DegreesToRadians(center.Latitude))))
        );
}
