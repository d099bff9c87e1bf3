using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Burgernet.Api.Imports;
using Burgernet.Imports;
using Burgernet.Participants;
using Burgernet.Tests.Api.Hosting;

namespace Burgernet.Tests.Api.Imports;

public sealed class ImportsTests(PracticeApi api) : IClassFixture<PracticeApi>
{
    // Where a request is refused its body is not read: a large one would be cut off in the middle.
    private static readonly byte[] Small = "reference,name\nA1,Jan\n"u8.ToArray();

    private static readonly byte[] File = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("reference,name\nA1,Zoë\n", 40_000)));

    [Fact]
    public async Task File_Sent_ArrivesWholeAndTheSameKeyIsNotSentAgain()
    {
        var key = Requests.NewKey();
        using var response = await Send(File, key: key);
        var import = await Json(response);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("applying", import.GetProperty("state").GetString());
        Assert.Equal(File.Length, import.GetProperty("bytes").GetInt64());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File)), import.GetProperty("sha256").GetString());
        Assert.Equal(5, import.GetProperty("waiting").GetInt32());

        using var again = await Send(Small, key: key);
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Replayed").Single());
        using var read = await Get(response.Headers.Location!.ToString());
        Assert.Equal(import.GetProperty("id").GetGuid(), (await Json(read)).GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task File_WithDigest_IsHeldAgainstIt()
    {
        var digest = $"sha-512=:AAAA:, sha-256=:{Convert.ToBase64String(SHA256.HashData(File))}:";
        using var right = await Send(File, digest: digest);
        using var cut = await Send(File[..^1], digest: digest);
        using var odd = await Send(Small, digest: "sha-256=:AAAA:");

        Assert.Equal(HttpStatusCode.Accepted, right.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, cut.StatusCode);
        Assert.Equal("content-digest", (await Json(odd)).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task File_RefusedAsAWhole_SaysWhyInTheCallersLanguage()
    {
        using var response = await Send(Encoding.UTF8.GetBytes("WRONG"), language: "nl");
        var problem = await Json(response);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("file-refused", problem.GetProperty("reason").GetString());
        Assert.Equal("De kolom 'phone' ontbreekt. Van het bestand is niets overgenomen.", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("card", "text/csv; charset=windows-1252", HttpStatusCode.UnsupportedMediaType, "media-type")]
    [InlineData("card", "application/json", HttpStatusCode.UnsupportedMediaType, "media-type")]
    [InlineData("", "text/csv", HttpStatusCode.BadRequest, "source-name")]
    [InlineData("My Cards", "text/csv", HttpStatusCode.BadRequest, "source-name")]
    [InlineData("busy", "text/csv", HttpStatusCode.Conflict, "import-under-way")]
    public async Task Request_ThatCannotBe_IsRefused(string source, string mediaType, HttpStatusCode status, string reason)
    {
        using var response = await Send(Small, source, mediaType);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(reason, (await Json(response)).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Request_WithoutIdempotencyKey_IsRefused()
    {
        using var content = new ByteArrayContent(Small);
        using var response = await api.Client.PostAsync(
            "/v1/participants/imports?source=card",
            content,
            TestContext.Current.CancellationToken
        );

        Assert.Equal("idempotency-key-missing", (await Json(response)).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Import_Unknown_IsNotFound()
    {
        foreach (var path in new[] { "", "/refusals", "/refusals.csv" })
        {
            using var response = await Get($"/v1/participants/imports/{Guid.NewGuid():D}{path}");
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        using var odd = await Get("/v1/participants/imports/seven");
        Assert.Equal("unknown-import", (await Json(odd)).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Import_Cancelled_SaysSo()
    {
        using var sent = await Send(File);
        using var request = Requests.Post($"{sent.Headers.Location}/cancel");
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.True((await Json(response)).GetProperty("cancelAsked").GetBoolean());
        using var list = await Get("/v1/participants/imports");
        Assert.Empty((await Json(list)).GetProperty("imports").EnumerateArray());
    }

    [Fact]
    public async Task Report_PageByPage_SaysWhyInTheCallersLanguage()
    {
        using var sent = await Send(File);
        var lines = new List<string>();
        for (var path = $"{sent.Headers.Location}/refusals?limit=1"; path is not null; )
        {
            using var response = await Get(path, "nl");
            var page = await Json(response);
            lines.AddRange(
                page.GetProperty("refusals").EnumerateArray().Select(row => $"{row.GetProperty("line")} {row.GetProperty("detail")}")
            );
            path = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }

        Assert.Equal(
            [
                "2 Regel 1 heeft hetzelfde telefoonnummer.",
                "3 Dit punt is ver weg: zijn breedte- en lengtegraad verwisseld?",
                "7 De regel heeft minder velden dan de kopregel.",
            ],
            lines,
            StringComparer.Ordinal
        );
        using var odd = await Get($"{sent.Headers.Location}/refusals?after=never");
        Assert.Equal("invalid-cursor", (await Json(odd)).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Report_AsCsv_IsWhole()
    {
        using var sent = await Send(File);
        using var response = await Get($"{sent.Headers.Location}/refusals.csv");

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            "\ufeffline,column,reason,detail\r\n2,phone,phone-in-other-row,\"Line 1 has the same phone number.\"\r\n"
                + "3,latitude1,point-far-away,\"This point is far away: are latitude and longitude swapped?\"\r\n"
                + "7,,fields-missing,\"The line has fewer fields than the header.\"\r\n",
            Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))
        );
    }

    [Fact]
    public void Reasons_All_HaveWordsInBothLanguages()
    {
        var codes = Enum.GetNames<ImportRefusalCode>().Concat(Enum.GetNames<ParticipantRefusalCode>());
        Assert.All(
            codes.Select(JsonNamingPolicy.KebabCaseLower.ConvertName),
            code =>
            {
                Assert.EndsWith(
                    ".",
                    ImportTexts.Of(new ImportRefusal(1, null, code, 3), dutch: true).Replace('?', '.'),
                    StringComparison.Ordinal
                );
                Assert.EndsWith(
                    ".",
                    ImportTexts.Of(new ImportRefusal(1, null, code, 3), dutch: false).Replace('?', '.'),
                    StringComparison.Ordinal
                );
            }
        );
        Assert.All(
            Enum.GetValues<ImportFileProblemCode>(),
            code =>
                Assert.NotEqual(
                    ImportTexts.Of(new ImportFileProblem(code), dutch: true),
                    ImportTexts.Of(new ImportFileProblem(code), dutch: false),
                    StringComparer.Ordinal
                )
        );
    }

    private async Task<HttpResponseMessage> Send(
        byte[] file,
        string source = "card",
        string mediaType = "text/csv",
        string? key = null,
        string? digest = null,
        string? language = null
    )
    {
        using var request = Requests.Post(
            $"/v1/participants/imports?source={Uri.EscapeDataString(source)}",
            new ByteArrayContent(file),
            key
        );
        request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        if (digest is not null)
        {
            request.Content.Headers.Add("Content-Digest", digest);
        }

        if (language is not null)
        {
            request.Headers.AcceptLanguage.ParseAdd(language);
        }

        return await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> Get(string path, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (language is not null)
        {
            request.Headers.AcceptLanguage.ParseAdd(language);
        }

        return await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage response)
    {
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var document = await JsonDocument.ParseAsync(body, cancellationToken: TestContext.Current.CancellationToken);
        return document.RootElement.Clone();
    }
}
