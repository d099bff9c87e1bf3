using System.Globalization;
using Burgernet.Api.Access;
using Burgernet.Api.Csv;
using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Burgernet.Participants;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Burgernet.Api.Participants;

/// <summary>What may be taken out of the register, as CSV: readers of newsletters, and pseudonymous data for research. Each is recorded before its first line.</summary>
internal sealed class ExportsApi(IGrainFactory grains)
{
    private const int Page = 500;
    private const int MaxBytes = 4096;
    private const int LongestStudy = 40;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var exports = routes.MapGroup("/participants/exports").WithTags("Exports").WithinMunicipalities();
        exports
            .MapPost("/newsletter", (HttpContext http, ExportsApi api) => api.Newsletter(http))
            .WithName("ExportNewsletter")
            .WithSummary("Name, e-mail address and language of active participants who want articles, as CSV.")
            .RequireRole(Role.RelationshipManager)
            .RequireRole(Role.NewsletterEditor)
            .Produces(200, contentType: "text/csv")
            .Refuses(400, 401, 403, 413, 500, 503);
        exports
            .MapPost("/research", (HttpContext http, ExportsApi api) => api.Research(http))
            .WithName("ExportResearch")
            .WithSummary("Everybody who was ever confirmed and is not erased, as CSV under a pseudonym: no name, number, address or point.")
            .RequireRole(Role.Researcher)
            .Produces(200, contentType: "text/csv")
            .Refuses(400, 401, 403, 413, 415, 500, 503);
    }

    private Task<IResult> Newsletter(HttpContext http)
    {
        var within = Within(http);
        return Take(
            http,
            new RegisterAccess("", "", RegisterAct.TookNewsletter, ""),
            "name,email,language",
            async after =>
            {
                var page = await Register.ReadNewsletter(within, after, Page);
                return new ExportPage(page.Readers.Select(Line), page.Next);
            }
        );
    }

    private async Task<IResult> Research(HttpContext http)
    {
        var problems = new ProblemSink();
        if (await ReadStudy(http.Request, problems) is not { } study)
        {
            return problems.First!;
        }

        var within = Within(http);
        return await Take(
            http,
            new RegisterAccess("", "", RegisterAct.TookResearch, study),
            "pseudonym,birth_years,municipalities,language,kind,channels,joined,left",
            async after =>
            {
                var page = await Register.ReadResearch(study, within, after, Page);
                return new ExportPage(page.Subjects.Select(Line), page.Next);
            }
        );
    }

    private async Task<IResult> Take(HttpContext http, RegisterAccess access, string header, Func<Guid?, Task<ExportPage>> read)
    {
        var actor = AccessFilter.ActorOf(http);
        var record = await Register.Record(access with { ControlRoom = actor.ControlRoom, By = actor.Dispatcher }, []);

        // Before the answer begins: what fails here is still told.
        var export = new ExportStream(header, await read(null), after => read(after));
        return TypedResults.Stream(
            async stream =>
            {
                try
                {
                    await export.Write(stream, http.RequestAborted);
                }
                finally
                {
                    await Register.EndRecord(record, export.Count, export.Complete);
                }
            },
            "text/csv; charset=utf-8",
            access.Act == RegisterAct.TookNewsletter ? "newsletter.csv" : "research.csv"
        );
    }

    /// <summary>The study's name, or a new one that nobody can ask for again.</summary>
    private static async Task<string?> ReadStudy(HttpRequest request, ProblemSink problems)
    {
        var once = Guid.NewGuid().ToString("N");
        if (request.ContentLength is null or 0)
        {
            return once;
        }

        if (
            await JsonBody.Read(request, MaxBytes, problems) is not { } body
            || JsonFields.ParseWithPointers(body, problems, "study") is not { } fields
        )
        {
            return null;
        }

        var study = fields.Text("study");
        if (
            study is not null
            && (study.Length is 0 or > LongestStudy || !study.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        )
        {
            problems.Add(ParticipantReasons.StudyName, "/study");
        }

        return problems.First is null ? study ?? once : null;
    }

    private static string Line(NewsletterReader reader) =>
        CsvLine.Of(reader.Name.Value, reader.Email.Value, Word(ParticipantWords.Languages, reader.Language));

    private static string Line(ResearchSubject subject) =>
        CsvLine.Of(
            subject.Pseudonym,
            string.Create(CultureInfo.InvariantCulture, $"{subject.BirthDecade}-{subject.BirthDecade + 9}"),
            string.Join(' ', subject.Municipalities),
            Word(ParticipantWords.Languages, subject.Language),
            Word(ParticipantWords.Kinds, subject.Kind),
            string.Join(' ', ParticipantWords.Channels.WordsOf(subject.Channels)),
            Month(subject.Joined),
            subject.Left is { } left ? Month(left) : ""
        );

    private static string Word<T>(IReadOnlyDictionary<string, T> words, T code)
        where T : struct, Enum => words.First(word => EqualityComparer<T>.Default.Equals(word.Value, code)).Key;

    private static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string[]? Within(HttpContext http) => AccessFilter.CallerOf(http).Municipalities is { } codes ? [.. codes] : null;

    private IRegisterGrain Register => grains.GetGrain<IRegisterGrain>(0);
}
