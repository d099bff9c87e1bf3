using Burgernet.Api.Access;
using Burgernet.Api.Idempotency;
using Burgernet.Api.Problems;
using Burgernet.Imports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Burgernet.Api.Imports;

/// <summary>Bulk imports into the register: send a file, follow it, read which rows were refused.</summary>
internal sealed class ImportsApi(IGrainFactory grains, IOptionsMonitor<ApiOptions> options)
{
    /// <summary>The most imports on a list.</summary>
    public const int MaxImports = 100;

    /// <summary>The most refusals on a page.</summary>
    public const int MaxRefusals = 1000;

    private const int LongestSource = 40;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/participants/imports").WithTags("Imports").RequireRole(Role.RelationshipManager);
        imports
            .MapPost("/", (HttpContext http, ImportsApi api, string? source) => api.Create(http, source))
            .WithName("CreateImport")
            .WithSummary(
                "Imports participants from a CSV file (UTF-8, columns as in docs/register.md): nothing is in the register before all of it was taken."
            )
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .Refuses(409, 413, 415, 422);
        imports
            .MapGet("/", (HttpContext http, ImportsApi api) => api.List(http))
            .WithName("ListImports")
            .WithSummary("The control room's own imports, newest first.")
            .Refuses(401, 403, 500, 503);
        imports
            .MapGet("/{id}", (HttpContext http, ImportsApi api, string id) => api.Get(http, id))
            .WithName("GetImport")
            .WithSummary("An import as it stands.")
            .Refuses(404);
        imports
            .MapPost("/{id}/cancel", (HttpContext http, ImportsApi api, string id) => api.Cancel(http, id))
            .WithName("CancelImport")
            .WithSummary("Stops an import as soon as may be: what is in the register by then stays there.")
            .Refuses(404);
        imports
            .MapGet(
                "/{id}/refusals",
                (HttpContext http, ImportsApi api, string id, string? limit, string? after) => api.Refusals(http, id, limit, after)
            )
            .WithName("ListImportRefusals")
            .WithSummary("Which rows were refused and why, by line.")
            .Refuses(404);
        imports
            .MapGet("/{id}/refusals.csv", (HttpContext http, ImportsApi api, string id) => api.RefusalsCsv(http, id))
            .WithName("DownloadImportRefusals")
            .WithSummary("The whole report of refused rows as CSV.")
            .Produces(200, contentType: "text/csv")
            .Refuses(401, 403, 404, 500, 503);
    }

    private async Task<Results<Accepted<ImportJson>, ApiProblem>> Create(HttpContext http, string? source)
    {
        var problems = new ProblemSink();
        var actor = AccessFilter.ActorOf(http);
        var key = IdempotencyKey.Read(http.Request, problems);
        if (
            source is not { Length: > 0 and <= LongestSource }
            || !source.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        )
        {
            problems.Add(ImportReasons.SourceName, "source");
        }

        var upload = problems.First is null ? ImportUpload.Read(http.Request, options.CurrentValue.MaxImportBytes, problems) : null;
        if (upload is null)
        {
            return problems.First!;
        }

        var id = ActionId.OfImport(actor.ControlRoom, key!);
        var grain = Grain(id);
        var reply = await grain.Begin(new ImportOrder(actor.ControlRoom, actor.Dispatcher, source!));
        if (reply.Import is null)
        {
            return new ApiProblem(reply.Busy ? ImportReasons.ImportUnderWay : ImportReasons.UnknownImport, Field: null);
        }

        if (reply.Repeated)
        {
            http.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        }

        var dutch = ProblemLanguage.IsDutch(http.Request.Headers.AcceptLanguage);
        var import = reply.Repeated ? reply.Import : await upload.Send(http.Request, grain);
        return import is null ? new ApiProblem(RequestReasons.BadRequest, "body")
            : import.Problem is { } problem ? new ApiProblem(ImportReasons.FileRefused, "body", ImportTexts.Of(problem, dutch))
            : TypedResults.Accepted($"{http.Request.PathBase}/v1/participants/imports/{id:D}", ImportJson.Of(import, dutch));
    }

    private async Task<Ok<ImportListJson>> List(HttpContext http)
    {
        var imports = await grains.GetGrain<IImportsGrain>(AccessFilter.ActorOf(http).ControlRoom).List(MaxImports);
        var dutch = ProblemLanguage.IsDutch(http.Request.Headers.AcceptLanguage);
        return TypedResults.Ok(new ImportListJson { Imports = [.. imports.Select(import => ImportJson.Of(import, dutch))] });
    }

    private async Task<Results<Ok<ImportJson>, ApiProblem>> Get(HttpContext http, string id)
    {
        var import = await Find(http, id);
        return import is null
            ? Unknown()
            : TypedResults.Ok(ImportJson.Of(import, ProblemLanguage.IsDutch(http.Request.Headers.AcceptLanguage)));
    }

    private async Task<Results<Accepted<ImportJson>, ApiProblem>> Cancel(HttpContext http, string id)
    {
        var problems = new ProblemSink();
        if (IdempotencyKey.Read(http.Request, problems) is null)
        {
            return problems.First!;
        }

        var import = await Find(http, id);
        if (import is null)
        {
            return Unknown();
        }

        var after = (await Grain(import.Id).Cancel(import.Order.ControlRoom)).Import ?? import;
        return TypedResults.Accepted(
            $"{http.Request.PathBase}/v1/participants/imports/{import.Id:D}",
            ImportJson.Of(after, ProblemLanguage.IsDutch(http.Request.Headers.AcceptLanguage))
        );
    }

    private async Task<Results<Ok<ImportReportJson>, ApiProblem>> Refusals(HttpContext http, string id, string? limit, string? after)
    {
        var problems = new ProblemSink();
        if (Paging.Read(limit, after, MaxRefusals, problems) is not { } paging)
        {
            return problems.First!;
        }

        if (await Find(http, id) is not { } import)
        {
            return Unknown();
        }

        try
        {
            var page = await Grain(import.Id).ReadRefusals(paging.After, paging.Limit);
            var dutch = ProblemLanguage.IsDutch(http.Request.Headers.AcceptLanguage);
            return TypedResults.Ok(
                new ImportReportJson
                {
                    Refusals = [.. page.Refusals.Select(refusal => ImportRefusalJson.Of(refusal, dutch))],
                    Next = paging.LinkNext(http, page.Next),
                }
            );
        }
        catch (FormatException)
        {
            return new ApiProblem(RequestReasons.InvalidCursor, "after");
        }
    }

    private async Task<IResult> RefusalsCsv(HttpContext http, string id)
    {
        if (await Find(http, id) is not { } import)
        {
            return Unknown();
        }

        var report = new ImportReportCsv(Grain(import.Id), ProblemLanguage.IsDutch(http.Request.Headers.AcceptLanguage));
        return TypedResults.Stream(report.Write, "text/csv; charset=utf-8", $"import-{import.Id:D}.csv");
    }

    private async Task<ImportSnapshot?> Find(HttpContext http, string id) =>
        Guid.TryParseExact(id, "D", out var import) ? (await Grain(import).Get(AccessFilter.ActorOf(http).ControlRoom)).Import : null;

    private static ApiProblem Unknown() => new(ImportReasons.UnknownImport, "id");

    private IImportGrain Grain(Guid id) => grains.GetGrain<IImportGrain>(id);
}
