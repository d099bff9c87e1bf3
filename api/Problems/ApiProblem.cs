using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Burgernet.Api.Problems;

/// <summary>A refusal: a value on its way to becoming problem details in the caller's language.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Field">Which field, part, header or parameter.</param>
/// <param name="Arguments">What the reason's placeholders stand for; never a phone number or a position.</param>
internal sealed record ApiProblem(ProblemReason Reason, string? Field, params object[] Arguments) : IResult, IEndpointMetadataProvider
{
    public const string MediaType = "application/problem+json";

    /// <summary>After how many seconds to try again, or null.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>The value of WWW-Authenticate, or null.</summary>
    public string? Challenge { get; init; }

    /// <summary>All that is wrong, this included, where all of it was looked at.</summary>
    public IReadOnlyList<ApiProblem> All { get; init; } = [];

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, Microsoft.AspNetCore.Builder.EndpointBuilder builder)
    {
        int[] everywhere = [400, 401, 403, 500, 503];
        foreach (var status in everywhere)
        {
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemJson), [MediaType]));
        }
    }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var dutch = ProblemLanguage.IsDutch(httpContext.Request.Headers.AcceptLanguage);
        response.StatusCode = Reason.Type.Status;
        response.Headers.ContentLanguage = dutch ? "nl" : "en";
        response.Headers.Append("Vary", "Accept-Language");
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (Challenge is not null)
        {
            response.Headers.WWWAuthenticate = Challenge;
        }

        var options = (IOptions<JsonOptions>?)httpContext.RequestServices.GetService(typeof(IOptions<JsonOptions>));
        return response.WriteAsJsonAsync(ToJson(dutch), options?.Value.SerializerOptions, MediaType, httpContext.RequestAborted);
    }

    /// <summary>The problem in words.</summary>
    public ProblemJson ToJson(bool dutch) =>
        new()
        {
            Type = Reason.Type.Uri,
            Title = dutch ? Reason.Type.Dutch : Reason.Type.English,
            Status = Reason.Type.Status,
            Detail = Detail(dutch),
            Field = Field,
            Reason = Reason.Code,
            Errors =
                All.Count == 0
                    ? null
                    :
                    [
                        .. All.Select(problem => new ProblemErrorJson
                        {
                            Field = problem.Field,
                            Reason = problem.Reason.Code,
                            Detail = problem.Detail(dutch),
                        }),
                    ],
        };

    private string Detail(bool dutch) => string.Format(CultureInfo.InvariantCulture, dutch ? Reason.Dutch : Reason.English, Arguments);
}
