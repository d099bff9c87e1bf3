using System.Buffers.Binary;
using System.Globalization;
using Burgernet.Cells;
using Burgernet.Participants;
using Burgernet.Practice;

namespace Burgernet.Silo.Demonstration;

/// <summary>Invents participants around places, the same ones for the same seed. The places are real; who lives where, and how densely, is invented.</summary>
internal static class InventedParticipants
{
    private const int OldestBirthYear = 1940;
    private const int BirthYears = 65;
    private const double MetresPerDegree = 111_195;

    /// <summary>One in so many speaks English.</summary>
    private const int EnglishOneIn = 12;

    /// <summary>Invents them.</summary>
    /// <param name="places">Where; shares follow the inhabitants.</param>
    /// <param name="count">How many in all.</param>
    /// <param name="seed">Which ones.</param>
    /// <param name="now">When they sign up.</param>
    public static IEnumerable<InventedParticipant> Create(IReadOnlyList<Place> places, int count, int seed, DateTimeOffset now)
    {
        var random = new Random(seed);
        var inhabitants = places.Sum(place => (long)place.Population);
        var id = new byte[16];
        for (var index = 0; index < count; index++)
        {
            var place = Pick(places, random.NextInt64(inhabitants));
            var point = Around(place, random);
            random.NextBytes(id);
            BinaryPrimitives.WriteInt32BigEndian(id, index);
            id[6] = (byte)((id[6] & 0x0F) | 0x80);
            id[8] = (byte)((id[8] & 0x3F) | 0x80);
            yield return new InventedParticipant(
                new Guid(id, bigEndian: true),
                Sign(index, random.Next(EnglishOneIn) == 0 ? Language.English : Language.Dutch, point, now)
            );
        }
    }

    private static Registration Sign(int index, Language language, GeoPoint point, DateTimeOffset now) =>
        new()
        {
            Profile = new ParticipantProfile
            {
                Name = new PersonalText(string.Create(CultureInfo.InvariantCulture, $"Oefendeelnemer {index + 1}")),
                Phones = [new PersonalText(PracticeNumbers.Format(index))],
                Language = language,
                BirthYear = OldestBirthYear + (index % BirthYears),
                Locations =
                [
                    new ParticipantLocation
                    {
                        Number = 1,
                        Label = new PersonalText("Thuis"),
                        Point = point,
                        Channels = ContactChannels.Voice | ContactChannels.Sms,
                    },
                ],
            },
            Source = "demonstration",
            LegalBasis = LegalBasis.Consent,
            Consent = new Consent(now, "invented"),
            ConfirmedBy = ConfirmationMethod.SignedCard,
        };

    private static Place Pick(IReadOnlyList<Place> places, long inhabitant)
    {
        foreach (var place in places)
        {
            inhabitant -= place.Population;
            if (inhabitant < 0)
            {
                return place;
            }
        }

        return places[^1];
    }

    /// <summary>A bell curve around the centre whose width grows with the root of the inhabitants: about 1.5 km for 100,000.</summary>
    private static GeoPoint Around(Place place, Random random)
    {
        var spread = 1_500 * Math.Sqrt(place.Population / 100_000.0);
        var distance = spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        var direction = 2 * Math.PI * random.NextDouble();
        var north = distance * Math.Cos(direction) / MetresPerDegree;
        var east = distance * Math.Sin(direction) / (MetresPerDegree * Math.Cos(double.DegreesToRadians(place.Center.Latitude)));
        return new GeoPoint(Math.Round(place.Center.Latitude + north, 6), Math.Round(place.Center.Longitude + east, 6));
    }
}
