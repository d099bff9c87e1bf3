using System.Text.Json.Nodes;
using Burgernet.Tests.Api.Hosting;

namespace Burgernet.Tests.Api.Problems;

/// <summary>What every problem must be like.</summary>
internal static class ProblemAssert
{
    /// <summary>Sends the request once in each language and holds status, reason and field against what is expected.</summary>
    public static async Task<JsonNode> Refused(
        HttpClient client,
        Func<HttpRequestMessage> request,
        int status,
        string reason,
        string? field
    )
    {
        var english = await Refused(client, request(), status, reason, field, "en");
        var dutch = await Refused(client, request(), status, reason, field, "nl");
        Assert.NotEqual((string?)english["title"], (string?)dutch["title"], StringComparer.Ordinal);
        Assert.NotEqual((string?)english["detail"], (string?)dutch["detail"], StringComparer.Ordinal);
        Assert.Equal((string?)english["type"], (string?)dutch["type"]);
        return english;
    }

    private static async Task<JsonNode> Refused(
        HttpClient client,
        HttpRequestMessage request,
        int status,
        string reason,
        string? field,
        string language
    )
    {
        using (request)
        {
            request.Headers.AcceptLanguage.ParseAdd(language);
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            var problem = await Requests.ReadJson(response);
            Assert.Equal(
                $"{status} {reason} {field}",
                $"{(int)response.StatusCode} {(string?)problem["reason"]} {(string?)problem["field"]}"
            );
            Assert.Equal(status, (int?)problem["status"]);
            Assert.StartsWith("urn:burgernet:problem:", (string?)problem["type"], StringComparison.Ordinal);
            Assert.Equal(language, response.Content.Headers.ContentLanguage.Single());
            Assert.Contains("Accept-Language", response.Headers.Vary, StringComparer.Ordinal);
            Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
            Assert.DoesNotContain("{0}", (string?)problem["detail"], StringComparison.Ordinal);
            return problem;
        }
    }
}
