using System.Net;
using Burgernet.Tests.Api.Hosting;

namespace Burgernet.Tests.Api.Signups;

public sealed class SignupPagesTests(PracticeApi api) : IClassFixture<PracticeApi>
{
    [Theory]
    [InlineData("confirm")]
    [InlineData("leave")]
    [InlineData("unsubscribe/articles")]
    [InlineData("unsubscribe/mail")]
    public async Task Page_LookedAt_AsksAndDoesNothing(string act)
    {
        var token = $"good-{Guid.NewGuid():N}";
        using var response = await api.Client.GetAsync($"/signups/{act}?token={token}", TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("<form method=\"post\"><button type=\"submit\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(token, html, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeSignupsGrain.Done, done => done.EndsWith(token, StringComparison.Ordinal));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.StartsWith(
            "default-src 'none'; style-src 'sha256-",
            response.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("confirm", "nl", "U doet mee")]
    [InlineData("confirm", "en-GB, nl;q=0.5", "You take part")]
    [InlineData("leave", null, "U bent afgemeld")]
    [InlineData("leave", "en", "You have left")]
    public async Task Button_Pressed_DoesItAndSaysSo(string act, string? language, string words)
    {
        var token = $"good-{Guid.NewGuid():N}";
        var (status, html) = await Press(act, token, language);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"<h1>{words}</h1>", html, StringComparison.Ordinal);
        Assert.Equal($"{act} {token}", Assert.Single(FakeSignupsGrain.Done, done => done.EndsWith(token, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("bad", HttpStatusCode.NotFound, "werkt niet")]
    [InlineData("", HttpStatusCode.NotFound, "werkt niet")]
    [InlineData("away", HttpStatusCode.ServiceUnavailable, "<button")]
    public async Task Button_ThatDoesNotWork_SaysWhatToDo(string token, HttpStatusCode status, string words)
    {
        var (answered, html) = await Press("leave", token, "nl");
        Assert.Equal(status, answered);
        Assert.Contains(words, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithoutToken_SaysThatPartOfTheLinkIsMissing()
    {
        using var response = await api.Client.GetAsync("/signups/leave", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(
            "mist een stuk",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("articles", "nl", "U krijgt geen artikelen meer", "Articles")]
    [InlineData("articles", "en", "You get no more articles", "Articles")]
    [InlineData("mail", null, "U krijgt geen mail meer over acties", "All")]
    [InlineData("mail", "en", "You get no more mail about actions", "All")]
    public async Task OneClick_WithoutALogin_UnsubscribesFromItsListOnly(string list, string? language, string words, string told)
    {
        var token = $"good-{Guid.NewGuid():N}";
        var (status, html) = await Press($"unsubscribe/{list}", token, language);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"<h1>{words}</h1>", html, StringComparison.Ordinal);
        Assert.Equal(
            $"unsubscribe-{told} {token}",
            Assert.Single(FakeSignupsGrain.Done, done => done.EndsWith(token, StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("bad", HttpStatusCode.NotFound, "werkt niet")]
    [InlineData("", HttpStatusCode.NotFound, "werkt niet")]
    [InlineData("away", HttpStatusCode.ServiceUnavailable, "<button")]
    public async Task OneClick_ThatDoesNotWork_SaysWhatToDo(string token, HttpStatusCode status, string words)
    {
        var (answered, html) = await Press("unsubscribe/mail", token, "nl");
        Assert.Equal(status, answered);
        Assert.Contains(words, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneClick_FromMachinesOfMailMakers_IsNeverTooMuch()
    {
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await Press("unsubscribe/articles", $"good-{Guid.NewGuid():N}", "nl")).Status);
        }
    }

    /// <summary>As a mail program does (RFC 8058 §3.2), and a browser with an empty form.</summary>
    private async Task<(HttpStatusCode Status, string Html)> Press(string act, string token, string? language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/signups/{act}?token={token}")
        {
            Content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]),
        };
        if (language is not null)
        {
            request.Headers.AcceptLanguage.ParseAdd(language);
        }

        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
