using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Burgernet.Practice;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>A message as text at the API of a real node: listened to, drafted, and what stands in the dossier.</summary>
public sealed class SpokenTextTests
{
    private const string Text = "Vermist: meisje van 7. Gezien om 14:30 bij kenteken 12-GZR-7.";

    [Fact]
    public async Task Text_ListenedToAndDrafted_IsTheSameSoundAndItsWordsStandInTheDossier()
    {
        Peers.Require("espeak-ng", "espeak-ng");
        using var folder = new TemporaryFolder();
        await using var node = await NodeProcess.StartNode(
            folder.Path,
            "Burgernet:Practice:Pace=0.1",
            "Burgernet:Speech:WordsPerMinute=300",
            "Burgernet:Carrier:LingerAfterMessage=00:00:00.5"
        );
        using var room = new ControlRoom(node.Address);
        var asked = JsonSerializer.Serialize(new { text = Text, kind = "missing-child" });
        using var heard = await room.Send("/v1/speech", asked);
        Assert.Equal(HttpStatusCode.OK, heard.StatusCode);
        var wave = await heard.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.InRange(WaveFile.ReadSamples(wave).Length / 8_000.0, 6, 20);

        using var drafted = await room.DraftText(ControlRoom.Circle(420), JsonSerializer.Serialize(new { nl = Text }));
        Assert.Equal(HttpStatusCode.Created, drafted.StatusCode);
        using var repeated = await room.DraftText(ControlRoom.Circle(420), JsonSerializer.Serialize(new { nl = Text }));
        Assert.Equal(HttpStatusCode.Created, repeated.StatusCode);
        var dossier = await room.GetAll($"{drafted.Headers.Location}/dossier", "entries");
        var data = Assert.Single(dossier).GetProperty("data");
        var message = Assert.Single(data.GetProperty("messages").EnumerateArray().ToArray());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(wave)), message.GetProperty("sha256").GetString());
        Assert.Equal(Text, message.GetProperty("text").GetString());
        Assert.Equal(
            "Dit is een oproep voor Burgernet. Vermist, meisje van zeven. Gezien om veertien uur dertig bij kenteken "
                + "één twee, G van Gerard, Z van Zacharias, R van Rudolf, zeven. Heeft u informatie over deze Burgernetactie, belt u dan met "
                + "nul negen negen, negen negen nul, nul nul, één één en blijft u aan de lijn.",
            message.GetProperty("said").GetString()
        );
        Assert.Equal("voice", Assert.Single(data.GetProperty("media").EnumerateArray().ToArray()).GetString());

        // And the dispatcher hears it on their own phone, over SIP and RTP.
        var desk = Enumerable
            .Range(5_000_000, 1_000)
            .Select(PracticeNumbers.Format)
            .First(number => PracticePhonePolicy.For(number, seed: 2012) is { Behaviour: PracticePhoneBehaviour.Listens });
        var action = drafted.Headers.Location!.ToString();
        using var ordered = await room.Send($"{action}/preview", JsonSerializer.Serialize(new { phone = desk }));
        Assert.Equal(HttpStatusCode.Accepted, ordered.StatusCode);
        var preview = await UntilOver(room, ordered.Headers.Location!.ToString());
        Assert.Equal("heard", preview.GetProperty("result").GetString());
        Assert.Equal(preview.GetProperty("messageSeconds").GetDouble(), preview.GetProperty("playedSeconds").GetDouble(), 0.5);
        var types = (await room.GetAll($"{action}/dossier", "entries")).Select(entry => entry.GetProperty("type").GetString());
        Assert.Equal("drafted preview previewed", string.Join(' ', types));
        Assert.DoesNotContain(desk[4..], node.Output, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> UntilOver(ControlRoom room, string preview)
    {
        var last = default(JsonElement);
        await Eventually.Holds(
            "the preview was over",
            async () => (last = await room.Get(preview)).GetProperty("result").GetString() != "under-way",
            TimeSpan.FromMinutes(2),
            () => $"{last}"
        );
        return last;
    }

    [Fact]
    public async Task Text_WithoutAProgramThatSpeaks_IsRefusedAndARecordingIsTaken()
    {
        using var folder = new TemporaryFolder();
        await using var node = await NodeProcess.StartNode(folder.Path, "Burgernet:Speech:Program=no-such-espeak-ng");
        using var room = new ControlRoom(node.Address);
        using var refused = await room.DraftText(ControlRoom.Circle(420), """{"nl":"Vermist"}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(
            "speech-missing",
            await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.NotEmpty(await room.Draft(ControlRoom.Circle(420), WaveFile.Tone(TimeSpan.FromSeconds(1))));
    }
}
