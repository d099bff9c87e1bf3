using Burgernet.Benchmarks.Imports;
using Burgernet.Benchmarks.Storage;
using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Burgernet.Practice;
using Burgernet.Silo.Borders;
using Burgernet.Silo.Storage.Postgres;
using Burgernet.TestKit;
using Microsoft.Extensions.Options;

namespace Burgernet.Benchmarks.Sms;

/// <summary>People who chose SMS, in PostgreSQL, sealed as a node seals them (its keys: <see cref="InventedRegister.Keys"/>). Person n has practice number n.</summary>
internal sealed class SmsRegister
{
    private const int Seed = 144;
    private const int AtOnce = 10_000;
    private const double MetresPerDegree = 111_195;
    private const double Spread = 9_000;

    /// <summary>Where those live who are counted.</summary>
    public static readonly GeoPoint Place = new(52.26833, 6.19444);

    /// <summary>Where those live who warm the node up.</summary>
    public static readonly GeoPoint Elsewhere = new(53.21917, 6.56667);

    private readonly Guid[] _people;

    private SmsRegister(Guid[] people) => _people = people;

    /// <summary>The id of a person.</summary>
    public Guid this[int person] => _people[person];

    /// <summary>Fills an empty database.</summary>
    /// <param name="connection">Of the database.</param>
    /// <param name="here">How many live around <see cref="Place"/>, in a circle of 10 km.</param>
    /// <param name="elsewhere">How many live around <see cref="Elsewhere"/>; their indices come after.</param>
    public static async Task<SmsRegister> Fill(string connection, int here, int elsewhere)
    {
        using var database = BenchDatabase.Open(connection);
        var store = new PostgresParticipantStore(database);
        var rows = new ParticipantRows(InventedRegister.Seal(), new ConfiguredBorders(Options.Create(new BorderOptions())));
        var random = new Random(Seed);
        var now = TimeProvider.System.GetUtcNow();
        var people = new Guid[here + elsewhere];
        foreach (var chunk in Enumerable.Range(0, people.Length).Chunk(AtOnce))
        {
            await store.AddMany(
                Array.ConvertAll(
                    chunk,
                    person =>
                    {
                        people[person] = NextId(random);
                        var point = Near(person < here ? Place : Elsewhere, random);
                        return Row(rows, people[person], person, point, now);
                    }
                )
            );
        }

        await PostgresCluster.Execute(connection, "vacuum analyze");
        return new SmsRegister(people);
    }

    /// <summary>The index of everybody by id.</summary>
    public Dictionary<Guid, int> Index() => _people.Select((id, person) => (id, person)).ToDictionary(pair => pair.id, pair => pair.person);

    private static Guid NextId(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private static GeoPoint Near(GeoPoint center, Random random)
    {
        var distance = Spread * Math.Sqrt(random.NextDouble()) / MetresPerDegree;
        var (north, east) = Math.SinCos(random.NextDouble() * Math.Tau);
        return new GeoPoint(
            Math.Round(center.Latitude + (distance * north), 6),
            Math.Round(center.Longitude + (distance * east / Math.Cos(double.DegreesToRadians(center.Latitude))), 6)
        );
    }

    private static ParticipantRow Row(ParticipantRows rows, Guid id, int person, GeoPoint point, DateTimeOffset now)
    {
        var profile = new ParticipantProfile
        {
            Name = new PersonalText("Iemand"),
            Phones = [new PersonalText(PracticeNumbers.Format(person))],
            BirthYear = 1980,
            Locations =
            [
                new ParticipantLocation
                {
                    Number = 1,
                    Label = new PersonalText("thuis"),
                    Point = point,
                    Channels = ContactChannels.Sms,
                    Hours = WeeklyHours.Always,
                },
            ],
        };
        var registration = new Registration
        {
            Profile = profile,
            Source = "bench",
            LegalBasis = LegalBasis.PublicTask,
            ConfirmedBy = ConfirmationMethod.SignedCard,
        };
        return rows.Create(id, registration, new AcceptedProfile(profile, HasPracticeNumber: true), now);
    }
}
