using System.Text.Json;
using Burgernet.Speech;
using Burgernet.Tests.Api.Hosting;
using Burgernet.Tests.Api.Problems;

namespace Burgernet.Tests.Api.Messages;

public sealed class SpeechTests(PracticeApi api) : IClassFixture<PracticeApi>
{
    private const string Head = """{"kind":"theft","description":"d","incidentNumber":"1","area":""" + Requests.Circle;

    [Fact]
    public async Task Speak_Text_IsAWaveOfItWithTheKindsSentences()
    {
        using var response = await api.Client.SendAsync(
            Speak("""{"text":"Vermist","language":"en","kind":"missing-child","closing":false,"practice":true}"""),
            TestContext.Current.CancellationToken
        );
        var asked = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("audio/wav", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal(
            "SpeechRequest { Text = Vermist, Language = English, Kind = MissingChild, Opening = True, Closing = False, ControlRoom = practice, Practice = True }",
            asked
        );
    }

    [Fact]
    public async Task Speak_TextAlone_IsDutchWithoutSentences()
    {
        using var response = await api.Client.SendAsync(Speak("""{"text":"Vermist"}"""), TestContext.Current.CancellationToken);
        Assert.Contains(
            "Language = Dutch, Kind = , Opening = True",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{}", 400, "missing-field", "text")]
    [InlineData("""{"text":" "}""", 400, "empty", "text")]
    [InlineData("""{"text":"a","language":"de"}""", 400, "unknown-language", "language")]
    [InlineData("""{"text":"a","kind":"party"}""", 400, "unknown-kind", "kind")]
    [InlineData("""{"text":"a","opening":"yes"}""", 400, "not-true-or-false", "opening")]
    [InlineData("""{"text":"a","voice":"x"}""", 400, "unknown-field", "voice")]
    [InlineData("""{"text":"seconds:61"}""", 422, "message-too-long", "text")]
    public async Task Speak_WithOneThingWrong_IsRefusedNamingIt(string json, int status, string reason, string field) =>
        await ProblemAssert.Refused(api.Client, () => Speak(json), status, reason, field);

    [Theory]
    [InlineData(SpeechProblemCode.CharacterUnspeakable, 422, "character-unspeakable")]
    [InlineData(SpeechProblemCode.NothingToSay, 422, "nothing-to-say")]
    [InlineData(SpeechProblemCode.ProgramMissing, 422, "speech-missing")]
    [InlineData(SpeechProblemCode.ProgramFailed, 422, "speech-failed")]
    [InlineData(SpeechProblemCode.ProgramSlow, 422, "speech-slow")]
    [InlineData(SpeechProblemCode.SoundTooLong, 422, "speech-too-long")]
    [InlineData(SpeechProblemCode.SoundUnusable, 422, "speech-silent")]
    [InlineData(SpeechProblemCode.Busy, 503, "speech-busy")]
    public async Task Text_ThatIsNotSpoken_IsRefusedWithTheReason(SpeechProblemCode code, int status, string reason)
    {
        await ProblemAssert.Refused(api.Client, () => Speak($$"""{"text":"refuse:{{code}}"}"""), status, reason, "text");
        await ProblemAssert.Refused(api.Client, () => Draft($$"""{"en":"refuse:{{code}}"}"""), status, reason, "text.en");
    }

    [Theory]
    [InlineData(SpeechProblemCode.CallBackNumberUnknown, "call-back-number-unknown", "text.closing")]
    [InlineData(SpeechProblemCode.PracticeOrLive, "practice-or-live", "practice")]
    [InlineData(SpeechProblemCode.NoCarrier, "no-carrier", "practice")]
    public async Task Text_WhoseNumberIsNotKnown_IsRefusedNamingWhatHelps(SpeechProblemCode code, string reason, string field) =>
        await ProblemAssert.Refused(api.Client, () => Draft($$"""{"nl":"refuse:{{code}}"}"""), 422, reason, field);

    [Fact]
    public async Task Text_WithACharacterThatHasNoSound_IsRefusedWithItsPlace()
    {
        var problem = await ProblemAssert.Refused(
            api.Client,
            () => Speak("""{"text":"refuse:CharacterUnspeakable"}"""),
            422,
            "character-unspeakable",
            "text"
        );
        Assert.StartsWith("Character 4 of the text, '[',", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"nl":"Vermist","en":"Missing"}""", null, "nl en")]
    [InlineData("""{"en":"Missing","opening":false,"closing":false}""", "8", "nl en")]
    [InlineData("""{"nl":"Vermist"}""", null, "nl")]
    public async Task Draft_WithTexts_HasAMessageInEachLanguage(string texts, string? dutch, string languages)
    {
        using var response = await api.Client.SendAsync(Draft(texts, dutch), TestContext.Current.CancellationToken);
        var action = await Requests.ReadJson(response);
        Assert.Equal(201, (int)response.StatusCode);
        Assert.Equal(languages, string.Join(' ', action["languages"]!.AsArray()));
    }

    [Fact]
    public async Task Draft_WithTextAndRecordingOfOneLanguage_IsRefused() =>
        await ProblemAssert.Refused(api.Client, () => Draft("""{"nl":"Vermist"}""", "8"), 400, "message-twice", "message-nl");

    [Theory]
    [InlineData("""{}""", 400, "no-message", "message-nl")]
    [InlineData("""{"nl":7}""", 400, "not-text", "text.nl")]
    [InlineData("""{"de":"Hallo"}""", 400, "unknown-field", "text.de")]
    [InlineData("""{"nl":"Hallo","closing":1}""", 400, "not-true-or-false", "text.closing")]
    [InlineData("""{"nl":"seconds:61"}""", 422, "message-too-long", "text.nl")]
    public async Task Draft_WithWrongTexts_IsRefusedNamingThem(string texts, int status, string reason, string field) =>
        await ProblemAssert.Refused(api.Client, () => Draft(texts), status, reason, field);

    [Theory]
    [InlineData("""["voice"]""", 201, null)]
    [InlineData("""["carrier-pigeon"]""", 400, "unknown-medium")]
    [InlineData("""[]""", 400, "empty")]
    [InlineData(""" "voice" """, 400, "not-an-array")]
    public async Task Draft_WithMedia_IsReadOrRefused(string media, int status, string? reason)
    {
        var json = $"{Head},\"media\":{media}}}";
        if (reason is not null)
        {
            await ProblemAssert.Refused(api.Client, () => Requests.Create(json), status, reason, "media");
            return;
        }

        using var request = Requests.Create(json);
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Draft_ByAMediumThatTheKindHasNot_IsRefused() =>
        await ProblemAssert.Refused(
            api.Client,
            () => Requests.Create(Requests.Draft("refuse:MediumNotForKind")),
            422,
            "medium-not-for-kind",
            "media"
        );

    private static HttpRequestMessage Speak(string json) => new(HttpMethod.Post, "/v1/speech") { Content = Requests.Json(json) };

    private static HttpRequestMessage Draft(string texts, string? dutch = null) =>
        Requests.Create($"{Head},\"text\":{JsonSerializer.Serialize(JsonDocument.Parse(texts).RootElement)}}}", dutch: dutch);
}
