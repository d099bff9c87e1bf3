using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Burgernet.H3;
using Burgernet.Participants;
using Burgernet.Silo.Demonstration;

namespace Burgernet.Benchmarks.Selection;

/// <summary>Invented people over the country, 1.41 locations each: dense centres by the real places' inhabitants, thin countryside. The same for the same seed.</summary>
internal static class SelectionPeople
{
    private const double MetresPerDegree = 111_195;
    private const double InTheCountry = 0.14;
    private const double AnotherLocation = 0.29;
    private const int MostLocations = 5;

    /// <summary>Invents them one after the other.</summary>
    public static IEnumerable<Subscription> Create(int count, int seed)
    {
        var random = new Random(seed);
        Place[] places = [.. DutchPlaces.Read()];
        var upTo = new long[places.Length];
        var sum = 0L;
        for (var i = 0; i < places.Length; i++)
        {
            upTo[i] = sum += places[i].Population;
        }

        var id = new byte[16];
        for (var person = 0; person < count; person++)
        {
            random.NextBytes(id);
            var language = random.Next(12) == 0 ? Language.English : Language.Dutch;
            var number = 1;
            do
            {
                var drawn = Array.BinarySearch(upTo, random.NextInt64(sum) + 1);
                var point = Around(places[drawn < 0 ? ~drawn : drawn], random);
                yield return new Subscription
                {
                    ParticipantId = new Guid(id),
                    LocationNumber = number,
                    Cell = H3Grid.LatLngToCell(new LatLng(point.Latitude, point.Longitude), CellMask.CellResolution).Value,
                    Point = point,
                    Language = language,
                    Channels = ContactChannels.Voice,
                    Version = 1,
                };
            } while (random.NextDouble() < AnotherLocation && ++number <= MostLocations);
        }
    }

    private static GeoPoint Around(Place place, Random random)
    {
        var town = Math.Max(350, 1_900 * Math.Sqrt(place.Population / 100_000.0));
        var spread = random.NextDouble() < InTheCountry ? 3_500 : town;
        var distance = spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        var (sine, cosine) = Math.SinCos(Math.Tau * random.NextDouble());
        var east = distance * sine / (MetresPerDegree * Math.Cos(double.DegreesToRadians(place.Center.Latitude)));
        var north = distance * cosine / MetresPerDegree;
        return new GeoPoint(Math.Round(place.Center.Latitude + north, 6), Math.Round(place.Center.Longitude + east, 6));
    }
}
