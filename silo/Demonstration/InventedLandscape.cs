using Burgernet.Cells;

namespace Burgernet.Silo.Demonstration;

/// <summary>Draws where invented people are: dense centres, thin countryside. The places are real; who is where, and how densely, is invented.</summary>
internal sealed class InventedLandscape
{
    /// <summary>One in so many locations is in the countryside.</summary>
    private const double InTheCountry = 0.14;

    /// <summary>A second location is in one of so many places around the first.</summary>
    private const int Around = 15;

    private const int MostTries = 12;
    private const double TownOfAHundredThousand = 1_900;
    private const double LeastSpread = 350;
    private const double LeastReach = 1_200;

    private readonly InventedLand _land;
    private readonly Place[] _places;
    private readonly long[] _inhabitants;
    private readonly double[] _reach;
    private readonly int[][] _near;
    private readonly long[][] _nearInhabitants;

    /// <summary>Prepares it.</summary>
    /// <param name="all">All places of the country: where there is land.</param>
    /// <param name="inhabited">Those that are drawn from; shares follow the inhabitants.</param>
    public InventedLandscape(IReadOnlyList<Place> all, IReadOnlyList<Place> inhabited)
    {
        _land = new InventedLand(all);
        _places = [.. inhabited.Where(place => place.Population > 0)];
        _inhabitants = UpTo(_places);
        _reach = [.. _places.Select(place => Math.Max(LeastReach, NthNearest(all, place, 3) / 2))];
        _near = [.. _places.Select(place => Nearest(_places, place))];
        _nearInhabitants = [.. _near.Select(near => UpTo(near.Select(place => _places[place])))];
    }

    /// <summary>Draws where somebody lives.</summary>
    /// <returns>The number of the place, for <see cref="Near"/>, and the point.</returns>
    public (int Place, GeoPoint Point) Home(Random random) => Draw(Pick(_inhabitants, random), random);

    /// <summary>Draws another point in a place that is not far.</summary>
    public GeoPoint Near(int place, Random random) => Draw(_near[place][Pick(_nearInhabitants[place], random)], random).Point;

    /// <summary>Four digits of a postcode that a place has: invented too.</summary>
    public static int PostcodeOf(GeoPoint point) =>
        1_000 + (int)((((uint)(point.Latitude * 50) * 613) + ((uint)(point.Longitude * 30) * 89)) % 9_000);

    private (int Place, GeoPoint Point) Draw(int town, Random random)
    {
        // The countryside belongs to every place alike, the town to its inhabitants.
        var country = random.NextDouble() < InTheCountry;
        var place = country && _places.Length > 2 * Around ? random.Next(_places.Length) : town;
        var spread = country
            ? _reach[place]
            : Math.Max(LeastSpread, TownOfAHundredThousand * Math.Sqrt(_places[place].Population / 100_000.0));
        var center = _places[place].Center;
        for (var i = 0; i < MostTries; i++)
        {
            // A bell curve around the centre.
            var distance = spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            var (sine, cosine) = Math.SinCos(2 * Math.PI * random.NextDouble());
            var point = InventedLand.Offset(center, distance * cosine, distance * sine);
            if (_land.Contains(point))
            {
                return (place, point);
            }
        }

        return (place, center);
    }

    /// <summary>How many live in each place and those before it.</summary>
    private static long[] UpTo(IEnumerable<Place> places)
    {
        var sum = 0L;
        return [.. places.Select(place => sum += place.Population)];
    }

    private static int Pick(long[] inhabitantsUpTo, Random random)
    {
        var found = Array.BinarySearch(inhabitantsUpTo, random.NextInt64(inhabitantsUpTo[^1]) + 1);
        return found < 0 ? ~found : found;
    }

    private static double NthNearest(IEnumerable<Place> places, Place from, int nth) =>
        places.Select(place => place.Center.DistanceTo(from.Center)).Order().Skip(nth).FirstOrDefault(LeastReach);

    private static int[] Nearest(Place[] places, Place from) =>
        [.. Enumerable.Range(0, places.Length).OrderBy(i => places[i].Center.DistanceTo(from.Center)).Take(Around)];
}
