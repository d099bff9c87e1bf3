using System.Net;
using System.Text.Json;
using Burgernet.Grains.Actions;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>The README's walk: a node with its own practice carrier, the recordings that ship, and what the user sees of it.</summary>
public sealed class FirstActionTests(PostgresServer server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Over as many lines as the README has, and with a line for everyone.</summary>
    [Theory]
    [InlineData(NodeDatabase.Sqlite, 60)]
    [InlineData(NodeDatabase.Postgres, 170)]
    public async Task FirstAction_WithThePracticeCarrier_CallsEveryoneOnceAndItsDossierHolds(string provider, int lines)
    {
        using var folder = new TemporaryFolder();
        var database = await NodeDatabase.Create(provider, folder.Path, server);
        await using var node = await NodeProcess.StartNode(
            folder.Path,
            [
                .. database.Settings,
                "Burgernet:Practice:Pace=0.1",
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Burgernet:Carrier:Channels={lines}"),
                "Burgernet:Carrier:RingLimit=00:00:03",
                "Burgernet:Carrier:LingerAfterMessage=00:00:00.5",
            ]
        );
        using var room = new ControlRoom(node.Address);
        var recording = await File.ReadAllBytesAsync(
            Path.Combine(RepositoryRoot.Path, "docs", "walk", "oproep-nl.wav"),
            TestContext.Current.CancellationToken
        );
        var action = await room.Draft(ControlRoom.Circle(420), recording);
        Assert.Equal(action, await room.Draft(ControlRoom.Circle(420), recording));

        var estimate = await room.Get($"{action}/estimate");
        Assert.InRange(estimate.GetProperty("people").GetInt32(), 130, 170);
        Assert.False(estimate.GetProperty("needsConfirmation").GetBoolean());
        using (var started = await room.Start(action))
        using (var repeated = await room.Start(action))
        using (var another = await room.Start(action, key: "another start"))
        {
            Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
            Assert.Equal(HttpStatusCode.Accepted, repeated.StatusCode);
            Assert.Equal(HttpStatusCode.Conflict, another.StatusCode);
        }

        await Eventually.Holds(
            "calls were under way",
            () => room.Check(action, progress => progress.GetProperty("underWay").GetInt32() > 0),
            Patience
        );
        Assert.Empty(BoundSockets.BeyondLoopback(node.Id));
        await Eventually.Holds("the action was complete", () => room.IsComplete(action), Patience);
        var progress = await room.Progress(action);
        var deliveries = await room.GetAll($"{action}/deliveries", "deliveries");
        Assert.InRange(deliveries.Count, 130, 170);
        Assert.Equal(deliveries.Count, progress.GetProperty("done").GetInt32());
        Assert.InRange(estimate.GetProperty("people").GetInt32(), deliveries.Count - 3, deliveries.Count + 3);
        Assert.Equal(deliveries.Count, deliveries.Select(delivery => delivery.GetProperty("participantId").GetGuid()).Distinct().Count());
        Assert.All(deliveries, delivery => Assert.True(delivery.GetProperty("attempts").GetInt32() >= 1));
        Assert.True(progress.GetProperty("heard").GetInt32() > deliveries.Count / 2, $"Too few heard the message: {progress}");

        var dossier = await room.GetAll($"{action}/dossier", "entries");
        Assert.Contains(dossier.Where(IsOwn), entry => TypeOf(entry) == "anchored");
        Assert.Equal(
            "drafted started selection-completed wave-completed",
            string.Join(' ', dossier.Where(IsOwn).Select(TypeOf).Where(type => type != "anchored"))
        );
        Assert.Equal(
            deliveries.Count,
            dossier
                .Where(entry => TypeOf(entry) == "ended" && entry.GetProperty("data").TryGetProperty("result", out _))
                .Select(Participant)
                .Distinct(StringComparer.Ordinal)
                .Count()
        );
        Assert.All(dossier.GroupBy(entry => IsOwn(entry) ? -1 : entry.GetProperty("lane").GetInt32()), Holds);
        await ShouldBeVerified(action, folder.Path, database, dossier.Count);
        Assert.DoesNotContain("+3199", node.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(PostgresServer.Password, node.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Action_StoppedInTheMiddle_StartsNothingMoreAndEveryDeliveryHasItsResult()
    {
        using var folder = new TemporaryFolder();
        var record = Path.Combine(folder.Path, "calls.jsonl");
        await using var node = await NodeProcess.StartNode(
            Path.Combine(folder.Path, "data"),
            $"Burgernet:Practice:RecordFile={record}",
            "Burgernet:Practice:Pace=0.2",
            "Burgernet:Carrier:Channels=40",
            "Burgernet:Demonstration:Participants=300"
        );
        using var room = new ControlRoom(node.Address);
        var action = await room.Draft(ControlRoom.Circle(10_000), WaveFile.Tone(TimeSpan.FromSeconds(2)));
        (await room.Start(action)).EnsureSuccessStatusCode();
        await Eventually.Holds(
            "30 calls were under way and somebody had been reached",
            () => room.Check(action, progress => progress.GetProperty("underWay").GetInt32() >= 30 && HasReached(progress)),
            Patience
        );

        using var stopped = await room.Stop(action);
        var accepted = DateTimeOffset
            .Parse(stopped.Headers.GetValues("Date").Single(), System.Globalization.CultureInfo.InvariantCulture)
            .AddSeconds(1);
        Assert.Equal(HttpStatusCode.Accepted, stopped.StatusCode);
        await Eventually.Holds("every delivery had its result", () => room.IsComplete(action), Patience);
        var calls = Burgernet.Practice.PracticeRecordFile.Read(record);
        Assert.All(
            calls,
            call =>
                Assert.True(call.Invited.Utc <= accepted.AddSeconds(1), "An INVITE left later than a second after the stop was accepted")
        );
        var progress = await room.Progress(action);
        Assert.True(HasReached(progress));
        var results = progress.GetProperty("results");
        Assert.True(results.GetProperty("not-attempted-stopped").GetInt32() > 0);
        Assert.True(results.GetProperty("cancelled-by-stop").GetInt32() > 0);
        using var restart = await room.Start(action, key: "start after stop");
        Assert.Equal(HttpStatusCode.Conflict, restart.StatusCode);
    }

    /// <summary>By the command, beside the node that runs; and a byte that is changed behind its back is found.</summary>
    private static async Task ShouldBeVerified(string action, string folder, NodeDatabase database, int entries)
    {
        string[] verify =
        [
            "verify",
            action[(action.LastIndexOf('/') + 1)..],
            .. database.Settings.Select(setting => $"--{setting}"),
            $"--Burgernet:Storage:Folder={folder}",
            "--Burgernet:Node:Language=en",
        ];
        var (exitCode, output) = await NodeProcess.RunToEnd(verify);
        Assert.Equal(0, exitCode);
        Assert.Contains($"{entries} entries in", output, StringComparison.Ordinal);

        Assert.Equal(1, database.Execute("update action_event set data = replace(data, '2026-1', '2026-2') where type = 'drafted'"));
        (exitCode, output) = await NodeProcess.RunToEnd(verify);
        Assert.Equal(1, exitCode);
        Assert.Contains("entry 1: was changed after it was recorded", output, StringComparison.Ordinal);

        (exitCode, _) = await NodeProcess.RunToEnd([verify[0], Guid.NewGuid().ToString("D"), .. verify[2..]]);
        Assert.Equal(2, exitCode);
    }

    private static bool HasReached(JsonElement progress) =>
        progress.GetProperty("results") is var results
        && (
            results.TryGetProperty("heard", out _)
            || results.TryGetProperty("answered", out _)
            || results.TryGetProperty("confirmed", out _)
        );

    private static bool IsOwn(JsonElement entry) => !entry.TryGetProperty("lane", out _);

    private static string TypeOf(JsonElement entry) => entry.GetProperty("type").GetString()!;

    private static string Participant(JsonElement entry) => entry.GetProperty("data").GetProperty("participant").GetString()!;

    private static string Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.GetString()! : "";

    /// <summary>Recomputes a chain from what the API gives, as an investigator would.</summary>
    private static void Holds(IEnumerable<JsonElement> chain)
    {
        var previous = HashChain.Origin;
        var sequence = 0L;
        foreach (var entry in chain)
        {
            Assert.Equal(++sequence, entry.GetProperty("sequence").GetInt64());
            Assert.Equal(Convert.ToHexStringLower(previous), Text(entry, "previousHash"));
            previous = HashChain.Next(
                previous,
                sequence,
                entry.GetProperty("at").GetDateTimeOffset(),
                TypeOf(entry),
                Text(entry, "controlRoom"),
                Text(entry, "dispatcher"),
                entry.GetProperty("data").GetRawText()
            );
            Assert.Equal(Convert.ToHexStringLower(previous), Text(entry, "hash"));
        }
    }
}
