using Burgernet.Api.Idempotency;
using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;

namespace Burgernet.Tests.Api.Idempotency;

public sealed class IdempotencyTests(PracticeApi api) : IClassFixture<PracticeApi>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_Repeated_GivesTheSameActionAndSaysSo()
    {
        var key = Requests.NewKey();
        using var once = Requests.Create(Requests.Draft(), key, english: "7");
        using var first = await api.Client.SendAsync(once, Cancelled);
        using var again = Requests.Create(Requests.Draft(), key, english: "7");
        using var second = await api.Client.SendAsync(again, Cancelled);

        Assert.Equal(201, (int)second.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal("true", second.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
    }

    [Theory]
    [InlineData("description")]
    [InlineData("recording")]
    [InlineData("language")]
    public async Task Create_SameKeyOtherContent_IsRefused(string changed)
    {
        var key = Requests.NewKey();
        using var once = Requests.Create(Requests.Draft(), key);
        using var first = await api.Client.SendAsync(once, Cancelled);

        Assert.Equal(201, (int)first.StatusCode);
        await ProblemAssert.Refused(
            api.Client,
            () =>
                changed switch
                {
                    "description" => Requests.Create(Requests.Draft("Iets anders"), key),
                    "recording" => Requests.Create(Requests.Draft(), key, dutch: "9"),
                    _ => Requests.Create(Requests.Draft(), key, dutch: null, english: "8"),
                },
            422,
            "idempotency-key-reused",
            "Idempotency-Key"
        );
    }

    [Fact]
    public async Task Start_Repeated_IsAcceptedOnce()
    {
        var location = await Requests.Prepare(api.Client);
        var key = Requests.NewKey();
        using var once = Requests.Post($"{location}/start", key: key);
        using var first = await api.Client.SendAsync(once, Cancelled);
        using var again = Requests.Post($"{location}/start", key: key);
        using var second = await api.Client.SendAsync(again, Cancelled);

        Assert.Equal(202, (int)first.StatusCode);
        Assert.Equal(202, (int)second.StatusCode);
        Assert.Equal("true", second.Headers.GetValues("Idempotency-Replayed").Single());
        await ProblemAssert.Refused(
            api.Client,
            () => Requests.Post($"{location}/stop", key: key),
            422,
            "idempotency-key-reused",
            "Idempotency-Key"
        );
    }

    [Theory]
    [InlineData("/v1/actions")]
    [InlineData("/v1/actions/00000000-0000-8000-8000-000000000000/start")]
    [InlineData("/v1/actions/00000000-0000-8000-8000-000000000000/stop")]
    public async Task Post_WithoutAKey_IsRefused(string path) =>
        await ProblemAssert.Refused(
            api.Client,
            () => new HttpRequestMessage(HttpMethod.Post, path),
            400,
            "idempotency-key-missing",
            "Idempotency-Key"
        );

    [Theory]
    [InlineData(256, "k")]
    [InlineData(1, "a\tb")]
    public async Task Post_WithAKeyThatCannotBe_IsRefused(int times, string text) =>
        await ProblemAssert.Refused(
            api.Client,
            () => Requests.Post("/v1/actions", key: string.Concat(Enumerable.Repeat(text, times))),
            400,
            "idempotency-key-invalid",
            "Idempotency-Key"
        );

    [Fact]
    public void ActionId_OfRoomAndKey_IsStableAndOfVersion8()
    {
        // sha256sum of "burgernet.action\0deventer\0key-1", version and variant set.
        var id = ActionId.Of("deventer", "key-1");

        Assert.Equal(id, ActionId.Of("deventer", "key-1"));
        Assert.NotEqual(id, ActionId.Of("deventer", "key-2"));
        Assert.NotEqual(id, ActionId.Of("zwolle", "key-1"));
        Assert.Equal(8, id.Version);
        Assert.InRange(id.Variant, 8, 11);
        Assert.Equal(new Guid("ec865b1a-704f-8b2d-b14a-9925b9903178"), id);
    }

    [Fact]
    public void Fingerprint_OfParts_DoesNotDependOnTheirOrderAndTellsThemApart()
    {
        byte[] one = [1];
        byte[] two = [2];
        var forward = Fingerprint.Of("POST", "/p", ("a", one), ("b", two));

        Assert.Equal(forward, Fingerprint.Of("POST", "/p", ("b", two), ("a", one)));
        Assert.NotEqual(forward, Fingerprint.Of("POST", "/p", ("a", two), ("b", one)), StringComparer.Ordinal);
        Assert.NotEqual(forward, Fingerprint.Of("POST", "/q", ("a", one), ("b", two)), StringComparer.Ordinal);
        Assert.NotEqual(Fingerprint.Of("POST", "/pa"), Fingerprint.Of("POST/p", "a"), StringComparer.Ordinal);
    }
}
