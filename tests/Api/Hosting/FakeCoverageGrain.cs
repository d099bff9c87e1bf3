using Burgernet.Coverage;
using Burgernet.H3;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>Deventer, a municipality without a name, and two cells.</summary>
internal sealed class FakeCoverageGrain : Grain, ICoverageGrain
{
    public static readonly H3Index Cell = H3Grid.LatLngToCell(new LatLng(52.255, 6.164), 8);

    private static readonly DateOnly January = new(2026, 1, 1);

    public Task<MunicipalitiesCoverage> Municipalities() =>
        Task.FromResult(
            new MunicipalitiesCoverage(
                FakeImportGrain.Moment,
                [
                    new MunicipalityCoverage
                    {
                        Code = "GM0150",
                        Name = "Deventer, \"de Koek\"",
                        Inhabitants = 102_000,
                        Goal = 6_000,
                        Participants = 4_500,
                        Signal = CoverageSignal.Below,
                        Joined = [new MonthCount(January, 40)],
                        Left = [new MonthCount(January, null)],
                    },
                    new MunicipalityCoverage
                    {
                        Code = null,
                        Participants = null,
                        Signal = CoverageSignal.Unknown,
                        Joined = [new MonthCount(January, 0)],
                        Left = [new MonthCount(January, 0)],
                    },
                ]
            )
        );

    public Task<IReadOnlyList<MunicipalityShape>> Shapes() =>
        Task.FromResult<IReadOnlyList<MunicipalityShape>>([
            new MunicipalityShape(
                "GM0150",
                [
                    [
                        [6, 52, 7, 52, 7, 53, 6, 52],
                    ],
                ]
            ),
        ]);

    public Task<CellsCoverage> Cells() =>
        Task.FromResult(
            new CellsCoverage(
                FakeImportGrain.Moment,
                [new CellCoverage(Cell.Value, 25), new CellCoverage(H3Grid.LatLngToCell(new LatLng(52.5, 6.1), 8).Value, null)]
            )
        );
}
