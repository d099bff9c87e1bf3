using Burgernet.Api.Access;
using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Burgernet.Participants;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burgernet.Api.Participants;

/// <summary>Finds participants by what they told. A POST that changes nothing: what is looked for stands in no address, and so in no log.</summary>
internal sealed class SearchApi(IGrainFactory grains)
{
    /// <summary>The most on a page.</summary>
    public const int MaxFound = 200;

    private const int Default = 50;
    private const int MaxBytes = 4096;
    private const int LongestText = 254;

    private static readonly string[] Criteria = ["phone", "email", "postcode", "houseNumber", "addition", "municipality", "status"];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/participants/search", (HttpContext http, SearchApi api) => api.Search(http))
            .WithTags("Participants")
            .WithName("SearchParticipants")
            .WithSummary(
                "Finds participants by phone, e-mail, postcode and number, municipality, status; all that is given must hold. Recorded."
            )
            .RequireRole(Role.RelationshipManager)
            .WithinMunicipalities()
            .Refuses(413, 415, 422);

    private async Task<Results<Ok<SearchJson>, ApiProblem>> Search(HttpContext http)
    {
        var problems = new ProblemSink();
        if (
            await JsonBody.Read(http.Request, MaxBytes, problems) is not { } body
            || JsonFields.ParseWithPointers(body, problems, [.. Criteria, "limit", "after"]) is not { } fields
        )
        {
            return problems.First!;
        }

        var caller = AccessFilter.CallerOf(http);
        var search = Read(fields, problems) with { Within = caller.Municipalities is { } codes ? [.. codes] : null };
        var limit = fields.WholeNumber("limit") ?? Default;
        if (limit is < 1 or > MaxFound)
        {
            problems.Add(RequestReasons.InvalidLimit, "/limit", MaxFound);
        }

        Guid? after = null;
        if (fields.Text("after") is { } cursor)
        {
            after = Guid.TryParseExact(cursor, "D", out var id) ? id : null;
            if (after is null)
            {
                problems.Add(RequestReasons.InvalidCursor, "/after");
            }
        }

        var named = Criteria.Where(fields.Has).ToArray();
        if (named.Length == 0)
        {
            problems.Add(ParticipantReasons.SearchEmpty, field: null, string.Join(", ", Criteria));
        }

        if (problems.First is { } problem)
        {
            return problem;
        }

        var page = await grains
            .GetGrain<IRegisterGrain>(0)
            .Search(
                new RegisterAccess(caller.Actor.ControlRoom, caller.Actor.Dispatcher, RegisterAct.Searched, string.Join(' ', named)),
                search,
                after,
                limit
            );
        return page.Refusals.Count > 0
            ? ParticipantReplies.ToProblem(page.Refusals)
            : TypedResults.Ok(new SearchJson { Participants = [.. page.Found.Select(FoundParticipantJson.Of)], Next = page.Next });
    }

    private static ParticipantSearch Read(JsonFields fields, ProblemSink problems)
    {
        var status = fields.Text("status");
        if (status is not null && !ParticipantWords.Statuses.ContainsKey(status))
        {
            problems.Add(ParticipantReasons.StatusUnknown, "/status", string.Join(", ", ParticipantWords.Statuses.Keys));
        }

        var addressed = fields.Has("postcode") || fields.Has("houseNumber") || fields.Has("addition");
        return new ParticipantSearch
        {
            Phone = Personal("phone"),
            Email = Personal("email"),
            Address = addressed
                ? new DutchAddress(
                    Personal("postcode") ?? new PersonalText(""),
                    fields.WholeNumber("houseNumber") ?? 0,
                    Personal("addition")
                )
                : null,
            Municipality = Text("municipality"),
            Status = status is not null && ParticipantWords.Statuses.TryGetValue(status, out var code) ? code : null,
        };

        PersonalText? Personal(string name) => Text(name) is { } text ? new PersonalText(text) : null;

        string? Text(string name) => fields.Has(name) ? fields.RequiredText(name, LongestText, lines: false) : null;
    }
}
