using Burgernet.Cells;
using Burgernet.Grains.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Cells;

public sealed class PackedCellTests
{
    private static readonly GeoPoint Deventer = new(52.2512345, 6.1598765);
    private static readonly HoursPool Pool = new();

    /// <summary>A person as the generator makes them: some of everything.</summary>
    private static readonly Gen<Subscription> SomePerson = Gen.Select(
        Gen.Guid,
        Gen.Select(Gen.Double[-0.004, 0.004], Gen.Double[-0.006, 0.006]),
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 7], Gen.Enum<Language>(), Gen.Enum<ParticipantKind>()),
        Gen.Select(Gen.Int[0, 1439], Gen.Int[1, 1440], Gen.Int[0, 2]),
        Gen.Int[0, 3].Select(i => new[] { 0UL, 1UL, 6UL, 1UL << 63 }[i]),
        Gen.Int[1, 1_000_000],
        (id, offset, traits, hours, groups, version) =>
            new Subscription
            {
                ParticipantId = id,
                LocationNumber = traits.Item1,
                Cell = 1,
                Point = new GeoPoint(Deventer.Latitude + offset.Item1, Deventer.Longitude + offset.Item2),
                Language = traits.Item3,
                Kind = traits.Item4,
                Channels = (ContactChannels)traits.Item2,
                Hours =
                    hours.Item3 > 0 && WeeklyHours.TryCreate([new(DaysOfWeek.Weekdays, hours.Item1, hours.Item2)], out var some)
                        ? some
                        : WeeklyHours.Always,
                TargetGroups = groups,
                Version = version,
            }
    );

    private static readonly Gen<CellQuery> SomeQuery = Gen.Select(
        Gen.Double[0, 600],
        Gen.Int[-1, 1439],
        Gen.Int[0, 7],
        Gen.Int[0, 3],
        Gen.Int[0, 3].Select(i => new[] { 0UL, 0UL, 1UL, 4UL }[i]),
        Gen.Bool,
        (radius, minute, channels, kinds, groups, whole) =>
            new CellQuery
            {
                Area = whole ? null : new CircleArea(Deventer, radius),
                From = Deventer,
                At = minute < 0 ? null : new WeekMinute(minute % 7, minute),
                Channels = (ContactChannels)channels,
                Kinds = (ParticipantKinds)kinds,
                TargetGroups = groups,
            }
    );

    [Fact]
    public void Select_AnyPeopleAndQuery_FindsThoseWhomThePlainRulesFind() =>
        Gen.Select(SomePerson.Array[0, 150], SomeQuery)
            .Sample(
                (people, query) =>
                {
                    var found = PackedCell.Of(people, Pool).Select(query).Candidates.ToArray();
                    Assert.Equal(people.Where(person => IsSelected(person, query)).Select(person => person.ParticipantId), Ids(found));
                    var byId = people.ToLookup(person => person.ParticipantId);
                    Assert.All(
                        found,
                        candidate =>
                        {
                            var person = byId[candidate.ParticipantId].First();
                            Assert.Equal(person.Language, candidate.Language);
                            Assert.Equal(query.From.DistanceTo(person.Point), candidate.DistanceMetres, 0.01);
                        }
                    );
                },
                iter: 500
            );

    [Fact]
    public void With_SomeLookedAtAgain_IsAsIfPackedAnew() =>
        Gen.Select(SomePerson.Array[0, 40], SomePerson.Array[0, 10], Gen.Int[0, 3])
            .Sample(
                (people, others, every) =>
                {
                    var looked = people
                        .Where((_, index) => every > 0 && index % every == 0)
                        .Select(person => person.ParticipantId)
                        .ToHashSet();
                    var changed = PackedCell.Of(people, Pool).With(looked, others, Pool);
                    Subscription[] expected = [.. people.Where(person => !looked.Contains(person.ParticipantId)), .. others];
                    var query = new CellQuery { Area = null, From = Deventer };
                    Assert.Equal(expected.Length, changed.Count);
                    Assert.Equal(PackedCell.Of(expected, Pool).Select(query), changed.Select(query));
                    Assert.Equal(PackedCell.Of(expected, Pool).Bytes, changed.Bytes);
                },
                iter: 300
            );

    [Fact]
    public void Has_VersionAndPerson_SaysWhetherALookIsNeeded()
    {
        var person = new Subscription
        {
            ParticipantId = Guid.NewGuid(),
            LocationNumber = 1,
            Cell = 1,
            Point = Deventer,
            Language = Language.Dutch,
            Version = 4,
        };
        var cell = PackedCell.Of([person], Pool);
        Assert.True(cell.Has(new ParticipantVersion(person.ParticipantId, 3)));
        Assert.True(cell.Has(new ParticipantVersion(person.ParticipantId, 4)));
        Assert.False(cell.Has(new ParticipantVersion(person.ParticipantId, 5)));
        Assert.False(cell.Has(new ParticipantVersion(Guid.NewGuid(), 1)));
    }

    [Fact]
    public void Rows_Packed_Take32BytesEach()
    {
        var people = SomePerson.Array[100].Single().Select(person => person with { Hours = WeeklyHours.Always, TargetGroups = 0 });
        Assert.Equal(100 * 32, PackedCell.Of([.. people], Pool).Bytes);
    }

    [Fact]
    public void Select_OfAWarmCell_AllocatesOnlyWhatItFinds()
    {
        var cell = PackedCell.Of(SomePerson.Array[600].Single(), Pool);
        var ring = Enumerable.Range(0, 500).Select(i => At(300 + (i % 2 * 100), i * Math.Tau / 500)).ToArray();
        CellQuery[] queries =
        [
            new() { Area = new CircleArea(Deventer, 400), From = Deventer },
            new() { Area = new PolygonArea([new AreaPolygon(ring, [])]), From = Deventer },
            new()
            {
                Area = null,
                From = Deventer,
                At = new WeekMinute(2, 600),
            },
            new() { Area = new CircleArea(new GeoPoint(0, 0), 1), From = Deventer },
        ];
        foreach (var query in queries)
        {
            var count = cell.Select(query).Count;
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = cell.Select(query);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.InRange(allocated, 0, count == 0 ? 0 : 32 + (count * 24));
        }
    }

    private static bool IsSelected(Subscription person, CellQuery query) =>
        (person.Channels & query.Channels) != ContactChannels.None
        && query.Kinds.HasFlag(person.Kind == ParticipantKind.Citizen ? ParticipantKinds.Citizens : ParticipantKinds.Professionals)
        && (query.TargetGroups == 0 || (query.TargetGroups & person.TargetGroups) != 0)
        && (query.At is not { } at || person.Hours.IsOpen(at))
        && (query.Area is null || query.Area.Contains(Rounded(person.Point)));

    private static GeoPoint Rounded(GeoPoint point) => new(Math.Round(point.Latitude * 1e7) / 1e7, Math.Round(point.Longitude * 1e7) / 1e7);

    private static GeoPoint At(double metres, double radians) =>
        new(Deventer.Latitude + (metres * Math.Cos(radians) / 111_195), Deventer.Longitude + (metres * Math.Sin(radians) / 68_000));

    private static IEnumerable<Guid> Ids(IEnumerable<Candidate> candidates) => candidates.Select(candidate => candidate.ParticipantId);
}
