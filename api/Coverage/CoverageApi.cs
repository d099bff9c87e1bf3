using Burgernet.Api.Access;
using Burgernet.Api.Problems;
using Burgernet.Coverage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Burgernet.Api.Coverage;

/// <summary>Where participants are, against the goal, and how that develops. Every count of people is rounded (<see cref="CoverageRounding"/>).</summary>
internal sealed class CoverageApi(IGrainFactory grains)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var coverage = routes.MapGroup("/coverage").WithTags("Coverage").AllowEveryKey();
        int[] refusals = [401, 403, 500, 503];
        coverage
            .MapGet("/municipalities", (HttpContext http, CoverageApi api) => api.Municipalities(Chosen(http)))
            .WithName("GetMunicipalitiesCoverage")
            .WithSummary("Participants by municipality against the goal, with who joined and left by month; as CSV too (Accept, or .csv).")
            .Produces<MunicipalitiesCoverageJson>()
            .Produces(200, contentType: CoverageFormat.Csv)
            .Refuses(refusals);
        coverage
            .MapGet("/municipalities.csv", (CoverageApi api) => api.Municipalities(CoverageFormat.Csv))
            .WithName("DownloadMunicipalitiesCoverage")
            .WithSummary("The same as CSV.")
            .Produces(200, contentType: CoverageFormat.Csv)
            .Refuses(refusals);
        coverage
            .MapGet("/cells", (HttpContext http, CoverageApi api) => api.Cells(Chosen(http)))
            .WithName("GetCellsCoverage")
            .WithSummary("Participants by H3 cell of resolution 8; as GeoJSON and CSV too (Accept, or .geojson and .csv).")
            .Produces<CellsCoverageJson>()
            .Produces(200, contentType: CoverageFormat.GeoJson)
            .Produces(200, contentType: CoverageFormat.Csv)
            .Refuses(refusals);
        coverage
            .MapGet("/cells.csv", (CoverageApi api) => api.Cells(CoverageFormat.Csv))
            .WithName("DownloadCellsCoverage")
            .WithSummary("The same as CSV.")
            .Produces(200, contentType: CoverageFormat.Csv)
            .Refuses(refusals);
        coverage
            .MapGet("/cells.geojson", (CoverageApi api) => api.Cells(CoverageFormat.GeoJson))
            .WithName("MapCellsCoverage")
            .WithSummary("The same as GeoJSON: a polygon for each cell.")
            .Produces(200, contentType: CoverageFormat.GeoJson)
            .Refuses(refusals);
    }

    private static string Chosen(HttpContext http)
    {
        http.Response.Headers.Append("Vary", "Accept");
        return CoverageFormat.Choose(http.Request, CoverageFormat.Json, CoverageFormat.GeoJson, CoverageFormat.Csv);
    }

    private async Task<IResult> Municipalities(string format)
    {
        var coverage = await Grain.Municipalities();
        return format == CoverageFormat.Csv
            ? TypedResults.Stream(
                stream => CoverageCsv.Write(stream, coverage),
                $"{CoverageFormat.Csv}; charset=utf-8",
                "coverage-municipalities.csv"
            )
            : TypedResults.Ok(
                new MunicipalitiesCoverageJson
                {
                    AsOf = coverage.AsOf,
                    Municipalities = [.. coverage.Municipalities.Select(MunicipalityCoverageJson.Of)],
                }
            );
    }

    private async Task<IResult> Cells(string format)
    {
        var coverage = await Grain.Cells();
        return format switch
        {
            CoverageFormat.Csv => TypedResults.Stream(
                stream => CoverageCsv.Write(stream, coverage),
                $"{CoverageFormat.Csv}; charset=utf-8",
                "coverage-cells.csv"
            ),
            CoverageFormat.GeoJson => TypedResults.Stream(stream => CellsGeoJson.Write(stream, coverage), CoverageFormat.GeoJson),
            _ => TypedResults.Ok(
                new CellsCoverageJson
                {
                    AsOf = coverage.AsOf,
                    Cells = [.. coverage.Cells.Select(cell => new CellCoverageJson(CellsGeoJson.Name(cell.Cell), cell.Participants))],
                }
            ),
        };
    }

    private ICoverageGrain Grain => grains.GetGrain<ICoverageGrain>(0);
}
