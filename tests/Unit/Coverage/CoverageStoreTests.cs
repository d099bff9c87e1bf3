using Burgernet.Cells;
using Burgernet.Grains.Coverage;
using Burgernet.Participants;
using Burgernet.Tests.Sealed;
using Burgernet.Tests.Unit.Storage;
using Xunit;

namespace Burgernet.Tests.Unit.Coverage;

/// <summary>Counts of the register, by municipality, month and cell.</summary>
public abstract class CoverageStoreTests : StoreTests
{
    private static readonly GeoPoint Deventer = new(52.255, 6.164);
    private static readonly GeoPoint Zwolle = new(52.516, 6.083);

    [Fact]
    public async Task Counts_OfAFewPeople_AreOfThoseWhoTakePart()
    {
        await Add(1, [(Deventer, "GM0150"), (Deventer, "GM0150"), (Zwolle, "GM0193")]);
        await Add(2, [(Deventer, "GM0150")], created: 12);
        await Add(3, [(Deventer, null)]);
        await Add(4, [(Deventer, "GM0150")], ParticipantStatus.Left);
        await Add(5, [(Zwolle, "GM0193")], ParticipantStatus.Suspended);
        var store = Store.Coverage;

        Assert.Equal(
            [new MunicipalityCount(null, 1), new("GM0150", 2), new("GM0193", 1)],
            (await store.CountByMunicipality()).OrderBy(count => count.Municipality, StringComparer.Ordinal)
        );
        Assert.Equal([1, 3], (await store.CountByCell()).Select(cell => cell.Participants).Order());
        var months = await store.CountByMonth(new DateOnly(2026, 1, 1));
        Assert.Equal(
            [new MonthlyCount("GM0150", new DateOnly(2026, 1, 1), 2, 0), new("GM0150", new DateOnly(2026, 3, 1), 0, 1)],
            months.Where(month => month.Municipality == "GM0150").OrderBy(month => month.Month)
        );
    }

    private Task Add(
        int number,
        (GeoPoint Point, string? Municipality)[] places,
        ParticipantStatus status = ParticipantStatus.Active,
        int created = 1
    )
    {
        var row = SealedPeople.Row(StoreBench.Person(number), StoreBench.Phone(number), places[0].Point, StoreBench.At);
        return Store.Participants.AddMany([
            row with
            {
                Status = status,
                CreatedAt = new DateTimeOffset(2026, 1, 31, 23, 59, 0, TimeSpan.Zero).AddMonths(created == 1 ? 0 : -2),
                LeftAt = status == ParticipantStatus.Left ? StoreBench.At : null,
                Locations =
                [
                    .. places.Select(
                        (place, i) =>
                            row.Locations[0] with
                            {
                                Number = i + 1,
                                Point = place.Point,
                                Cell = SealedPeople.Row(Guid.NewGuid(), "+31612345678", place.Point, StoreBench.At).Locations[0].Cell,
                                Borders = new BorderCodes(place.Municipality, null),
                            }
                    ),
                ],
            },
        ]);
    }
}
