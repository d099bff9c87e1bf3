using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>Somebody's whole life in the register, over the API of a node: after the erasure nothing that says who it was is in a table, a file or a log.</summary>
public sealed partial class ErasureTests(PostgresServer server)
{
    private static readonly string[] Secrets =
    [
        "Wilhelmina",
        "Kwispelstaart",
        "620099887",
        "6 2009 9887",
        "wkwispel",
        "voorbeeldpost",
        "7419XZ",
        "7419 xz",
        "Tuinhuisje",
    ];

    private const string Profile = """
        "name":"Wilhelmina Kwispelstaart","phones":["06 2009 9887"],"email":"wkwispel@voorbeeldpost.nl","birthYear":1951,
        "locations":[{"label":"Tuinhuisje","point":{"latitude":52.2551,"longitude":6.1639},"channels":["voice","sms","email"],
        "address":{"postcode":"7419 xz","houseNumber":187}}]
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(NodeDatabase.Sqlite)]
    [InlineData(NodeDatabase.Postgres)]
    public async Task Erased_AfterSigningUpConfirmingAndChanging_StandsNowhere(string provider)
    {
        using var folder = new TemporaryFolder();
        var database = await NodeDatabase.Create(provider, folder.Path, server);
        await using var node = await NodeProcess.StartNode(
            folder.Path,
            [.. database.Settings, "Burgernet:Demonstration:Participants=0", "Burgernet:Signups:RelayInterval=00:00:00.2"]
        );
        using var client = new HttpClient { BaseAddress = new Uri(node.Address) };

        // Signs up by the website, confirms by the mail, is changed by a manager, is refused as somebody else's phone, and leaves.
        const string agreed = """ "consent":{"at":"2026-01-31T12:00:00Z","textVersion":"2026-01"},"askBy":"email" """;
        await Send(client, HttpMethod.Post, "/v1/signups", $"{{{Profile},{agreed}}}", HttpStatusCode.Accepted);
        var id = await Id(node);
        var token = await Token(client);
        await Send(client, HttpMethod.Post, "/v1/signups/confirm", $$"""{"token":"{{token}}"}""", HttpStatusCode.NoContent);
        await Send(client, HttpMethod.Put, $"/v1/participants/{id}", $"{{{Profile},\"wantsArticles\":true}}", HttpStatusCode.OK);
        await Send(client, HttpMethod.Post, "/v1/signups", $"{{{Profile},{agreed}}}", HttpStatusCode.Accepted);
        await Letters(client, 3);
        Assert.Contains(
            "Kwispelstaart",
            await client.GetStringAsync($"/v1/participants/{id}", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );

        // Not in the open while it is kept; the search does find what there is.
        await Eventually.Holds(
            "it was noted of both letters that they were taken",
            () => database.Number("select count(*) from letter where sent_at is not null") == 2,
            Patience
        );
        Assert.Equal(1, database.Number("select count(*) from participant where sealed is not null"));
        AssertNone(folder.Path, database, node);
        Assert.NotEmpty(Found(folder.Path, database, [id]));

        await Send(client, HttpMethod.Post, $"/v1/participants/{id}/erase", body: null, HttpStatusCode.OK);

        Assert.Equal(0, database.Number("select count(*) from letter"));
        Assert.Equal(0, database.Number("select count(*) from participant_token"));
        Assert.Equal(0, database.Number("select count(*) from location"));
        Assert.Equal(0, database.Number("select count(*) from participant_lookup"));
        Assert.Equal(0, database.Number("select count(*) from participant where sealed is not null"));
        AssertNone(folder.Path, database, node);
        var read = await client.GetStringAsync($"/v1/participants/{id}", TestContext.Current.CancellationToken);
        Assert.Contains("erasedAt", read, StringComparison.Ordinal);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, read, StringComparison.OrdinalIgnoreCase));
    }

    private static void AssertNone(string folder, NodeDatabase database, NodeProcess node)
    {
        Assert.Empty(Found(folder, database, Secrets));
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, node.Output, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Where one of the texts stands: in every file of the node, and in every column of every table.</summary>
    private static List<string> Found(string folder, NodeDatabase database, IReadOnlyList<string> texts)
    {
        var found = database.Find(texts);
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            stream.CopyTo(content);
            if (texts.Any(text => content.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0))
            {
                found.Add(file);
            }
        }

        return found;
    }

    private static async Task<string> Id(NodeProcess node)
    {
        await Eventually.Holds("the log names who signed up", () => Registered().IsMatch(node.Output), Patience, () => node.Output);
        return Registered().Match(node.Output).Groups["id"].Value;
    }

    private static async Task<string> Token(HttpClient client)
    {
        var mails = await Letters(client, 1);
        return Confirm().Match(mails).Groups["token"].Value;
    }

    /// <summary>The practice mailbox once it has so many mails.</summary>
    private static async Task<string> Letters(HttpClient client, int count)
    {
        var mails = "";
        await Eventually.Holds(
            $"{count} mails were sent",
            async () =>
            {
                mails = await client.GetStringAsync("/v1/practice/mail", TestContext.Current.CancellationToken);
                using var document = JsonDocument.Parse(mails);
                return document.RootElement.GetProperty("mails").GetArrayLength() == count;
            },
            Patience,
            () => mails
        );
        return mails;
    }

    private static async Task Send(HttpClient client, HttpMethod method, string path, string? body, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        if (method == HttpMethod.Put)
        {
            request.Headers.TryAddWithoutValidation("If-Match", "\"2\"");
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(status == response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("Participant (?<id>[0-9a-f-]{36}): register", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Registered();

    [GeneratedRegex(@"confirm\?token=(?<token>[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Confirm();
}
