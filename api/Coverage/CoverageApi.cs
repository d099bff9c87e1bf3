using Burgernet.Api.Access;
using Burgernet.Api.Csv;
using Burgernet.Api.Problems;
using Burgernet.Coverage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
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
            .WithSummary(
                "Participants by municipality against the goal, with who joined and left by month; as GeoJSON and CSV too (Accept, or .geojson and .csv)."
            )
            .Produces<MunicipalitiesCoverageJson>()
            .Produces(200, contentType: MediaFormat.GeoJson)
            .Produces(200, contentType: MediaFormat.Csv)
            .Refuses(refusals);
        coverage
            .MapGet("/municipalities.csv", (CoverageApi api) => api.Municipalities(MediaFormat.Csv))
            .WithName("DownloadMunicipalitiesCoverage")
            .WithSummary("The same as CSV.")
            .Produces(200, contentType: MediaFormat.Csv)
            .Refuses(refusals);
        coverage
            .MapGet("/municipalities.geojson", (CoverageApi api) => api.Municipalities(MediaFormat.GeoJson))
            .WithName("MapMunicipalitiesCoverage")
            .WithSummary("The same without the months as GeoJSON: the borders of each municipality, simplified where they are large.")
            .Produces(200, contentType: MediaFormat.GeoJson)
            .Refuses(refusals);
        routes
            .MapGet("/coverage/participation", (HttpContext http, CoverageApi api) => api.Participation(http))
            .WithTags("Coverage")
            .WithName("GetParticipation")
            .WithSummary("Fellow participants by municipality, for everybody to see: no key is needed.")
            .AllowEverybody()
            .Produces<ParticipationJson>()
            .Refuses(500, 503);
        coverage
            .MapGet("/cells", (HttpContext http, CoverageApi api) => api.Cells(Chosen(http)))
            .WithName("GetCellsCoverage")
            .WithSummary("Participants by H3 cell of resolution 8; as GeoJSON and CSV too (Accept, or .geojson and .csv).")
            .Produces<CellsCoverageJson>()
            .Produces(200, contentType: MediaFormat.GeoJson)
            .Produces(200, contentType: MediaFormat.Csv)
            .Refuses(refusals);
        coverage
            .MapGet("/cells.csv", (CoverageApi api) => api.Cells(MediaFormat.Csv))
            .WithName("DownloadCellsCoverage")
            .WithSummary("The same as CSV.")
            .Produces(200, contentType: MediaFormat.Csv)
            .Refuses(refusals);
        coverage
            .MapGet("/cells.geojson", (CoverageApi api) => api.Cells(MediaFormat.GeoJson))
            .WithName("MapCellsCoverage")
            .WithSummary("The same as GeoJSON: a polygon for each cell.")
            .Produces(200, contentType: MediaFormat.GeoJson)
            .Refuses(refusals);
    }

    private static string Chosen(HttpContext http)
    {
        http.Response.Headers.Append("Vary", "Accept");
        return MediaFormat.Choose(http.Request, MediaFormat.Json, MediaFormat.GeoJson, MediaFormat.Csv);
    }

    private async Task<IResult> Municipalities(string format)
    {
        var coverage = await Grain.Municipalities();
        if (format == MediaFormat.GeoJson)
        {
            var shapes = await Grain.Shapes();
            return TypedResults.Stream(stream => MunicipalitiesGeoJson.Write(stream, coverage, shapes), MediaFormat.GeoJson);
        }

        return format == MediaFormat.Csv
            ? TypedResults.Stream(
                stream => CoverageCsv.Write(stream, coverage),
                $"{MediaFormat.Csv}; charset=utf-8",
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

    private async Task<Ok<ParticipationJson>> Participation(HttpContext http)
    {
        var coverage = await Grain.Municipalities();
        http.Response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.Ok(
            new ParticipationJson
            {
                AsOf = coverage.AsOf,
                Municipalities =
                [
                    .. coverage
                        .Municipalities.Where(municipality => municipality.Code is not null)
                        .Select(municipality => new MunicipalityParticipationJson(
                            municipality.Code!,
                            municipality.Name,
                            municipality.Participants
                        )),
                ],
            }
        );
    }

    private async Task<IResult> Cells(string format)
    {
        var coverage = await Grain.Cells();
        return format switch
        {
            MediaFormat.Csv => TypedResults.Stream(
                stream => CoverageCsv.Write(stream, coverage),
                $"{MediaFormat.Csv}; charset=utf-8",
                "coverage-cells.csv"
            ),
            MediaFormat.GeoJson => TypedResults.Stream(stream => CellsGeoJson.Write(stream, coverage), MediaFormat.GeoJson),
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
