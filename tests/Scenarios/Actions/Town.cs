using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Burgernet.Silo.Storage;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Sealed;

namespace Burgernet.Tests.Scenarios.Actions;

/// <summary>People around a point, far from those of any other test.</summary>
internal sealed class Town
{
    private static int s_towns;

    private readonly List<Resident> _residents = [];

    private Town(GeoPoint center) => Center = center;

    public GeoPoint Center { get; }

    public IReadOnlyList<Resident> Residents => _residents;

    /// <summary>A town with somebody at each of these distances, in all directions.</summary>
    public static async Task<Town> FoundAt(TestNode node, params double[] metres)
    {
        // A degree apart: no two towns share a region, nor does one lie where another is with its coordinates exchanged.
        var number = Interlocked.Increment(ref s_towns);
        var town = new Town(new GeoPoint(10 + (number / 20), 70 + (number % 20)));
        for (var i = 0; i < metres.Length; i++)
        {
            var home = town.At(metres[i], i * 2.4);
            town._residents.Add(new Resident(Guid.NewGuid(), home, town.Center.DistanceTo(home), node.Phones.NewPhone()));
        }

        await node.Register.AddMany([.. town._residents.Select(Row)]);
        return town;
    }

    /// <summary>So many people, evenly from the centre outward.</summary>
    public static Task<Town> Found(TestNode node, int people, double outTo) =>
        FoundAt(node, [.. Enumerable.Range(0, people).Select(i => (i + 0.5) * outTo / people)]);

    public GeoPoint At(double metres, double radians)
    {
        const double MetresPerDegree = 111_195;
        var north = metres * Math.Cos(radians) / MetresPerDegree;
        var east = metres * Math.Sin(radians) / MetresPerDegree / Math.Cos(double.DegreesToRadians(Center.Latitude));
        return new GeoPoint(Center.Latitude + north, Center.Longitude + east);
    }

    /// <summary>Somebody has a second place in town.</summary>
    public static async Task AddLocation(TestNode node, Resident resident, GeoPoint point)
    {
        var place = Row(resident with { Home = point }).Locations[0];
        await node.Database.Write(sql =>
        {
            sql.Execute(
                """
                insert into location (participant_id, location_no, cell, region, latitude, longitude, channels, hours)
                values ($1, 2, $2, $3, $4, $5, 1, x'')
                """,
                resident.Id,
                place.Cell,
                place.Region,
                point.Latitude,
                point.Longitude
            );
            return new WriteStep<bool>(true, Keep: true);
        });
    }

    /// <summary>By what people are to be reached; before any action looks at the town.</summary>
    public async Task<Town> Choose(TestNode node, ContactChannels channels, params Resident[] residents)
    {
        foreach (var resident in residents.Length == 0 ? _residents : [.. residents])
        {
            await node.Database.Write(sql =>
            {
                sql.Execute("update location set channels = $1 where participant_id = $2", (long)channels, resident.Id);
                return new WriteStep<bool>(true, Keep: true);
            });
        }

        return this;
    }

    /// <summary>Somebody wants articles after actions.</summary>
    public static Task WantArticles(TestNode node, params Resident[] residents) =>
        node.Database.Write(sql =>
        {
            foreach (var resident in residents)
            {
                sql.Execute("update participant set wants_articles = 1 where participant_id = $1", resident.Id);
            }

            return new WriteStep<bool>(true, Keep: true);
        });

    /// <summary>Somebody is in these target groups, a bit for each.</summary>
    public static Task AddToGroups(TestNode node, Resident resident, ulong groups) =>
        node.Database.Write(sql =>
        {
            sql.Execute("update participant set target_groups = $1 where participant_id = $2", (long)groups, resident.Id);
            return new WriteStep<bool>(true, Keep: true);
        });

    /// <summary>A draft of an action for everyone within a distance of the centre.</summary>
    public ActionDraft Draft(double radius, ActionKind kind = ActionKind.MissingChild, bool? practice = null) =>
        new()
        {
            Kind = kind,
            Practice = practice,
            Description = "Jongen van 8, blauwe jas",
            IncidentNumber = "2026-0117",
            Area = new CircleArea(Center, radius),
            IncidentPoint = Center,
            Messages = [new SpokenMessage(Language.Dutch, [1, 2, 3], Phones.PhoneNetwork.MessageMilliseconds)],
        };

    private static ParticipantRow Row(Resident resident) =>
        SealedPeople.Row(resident.Id, resident.Phone.Number, resident.Home, DateTimeOffset.UnixEpoch, email: resident.Email);
}
