using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dossier;
using Burgernet.Tests.Unit.Storage;
using Xunit;

namespace Burgernet.Tests.Unit.Dossier;

/// <summary>A dossier in a database, and what is found when somebody changes it there.</summary>
public abstract class DossierStoreTests : StoreTests
{
    private const int FlipsOfAColumn = 3;

    private readonly DossierKeys _keys = TestDossier.NewKeys("k-1");

    /// <summary>Tables whose bytes are flipped, with the columns that name a row.</summary>
    private static readonly Dictionary<string, string[]> Tables = new(StringComparer.Ordinal)
    {
        ["action_event"] = ["action_id", "sequence"],
        ["action_signature"] = ["action_id", "sequence"],
        ["lane_log"] = ["action_id", "lane", "sequence"],
        ["delivery"] = ["action_id", "message_no", "participant_id", "channel"],
        ["attempt"] = ["action_id", "message_no", "participant_id", "channel", "attempt_no"],
        ["action"] = ["action_id"],
        ["action_message"] = ["action_id", "message_no", "language"],
    };

    /// <summary>What its end replaces when a call goes on: until then the chain does not tell of it.</summary>
    private static readonly string[] Provisional = ["rang_at", "sip_status", "keys", "played_ms"];

    [Fact]
    public async Task Check_AsRecorded_FindsNothing()
    {
        var dossier = await Recorded();
        var check = new DossierCheck(dossier.Id, _keys);
        await Store.Dossiers.Read(dossier.Id, check);
        Assert.Empty(check.End());
        Assert.Equal((3, (int)dossier.State.Sequence), (check.Chains, check.Signatures));
        Assert.Equal(1 + 2 + 8 + 5, check.Rows);
        Assert.Equal([dossier.Id], await Store.Dossiers.ListActions());
    }

    [Fact]
    public async Task Check_FurtherMessages_HoldsTheirRowsAgainstTheChains()
    {
        var dossier = await Recorded();
        var update = new LaneMessage(2, MessageKind.Update, 1, null);
        await dossier.Append(ActionEventType.MessageAdded, new MessageAddedData(2, MessageKind.Update, [], null), "update");
        await dossier.Enlist(0, update);
        await dossier.Enlist(1, update);
        await dossier.Stop(0);
        await dossier.Stop(1);
        await dossier.Anchor();
        Assert.Empty(await dossier.Faults());
        Assert.True(await Store.Number("select count(*) from delivery where message_no = 2") > 0);

        await Store.Sql("update delivery set result = 41 where message_no = 2");
        Assert.NotEmpty(await dossier.Faults());
    }

    [Fact]
    public async Task Check_OneByteFlippedInAnyColumnOfAnyTable_FindsIt()
    {
        var dossier = await Recorded();
        var random = new Random(20261126);
        var missed = new List<string>();
        foreach (var (table, key) in Tables)
        {
            foreach (var column in await ColumnsOf(table))
            {
                for (var i = 0; i < FlipsOfAColumn; i++)
                {
                    if (await Flip(dossier, table, key, column, random) is { } harmless)
                    {
                        missed.Add(harmless);
                    }
                }
            }
        }

        Assert.Empty(missed);
        Assert.Empty(await dossier.Faults());
    }

    [Fact]
    public async Task Check_ALanesChainShortened_FindsTheAnchor()
    {
        var dossier = await Recorded();
        await Store.Sql("delete from lane_log where lane = 1 and sequence = (select max(sequence) from lane_log where lane = 1)");
        Assert.Contains(await dossier.Faults(), fault => fault is { Lane: 1, Kind: DossierFaultKind.Anchor });
    }

    [Fact]
    public async Task Check_ALaneTakenOutWhole_FindsTheAnchor()
    {
        var dossier = await Recorded();
        foreach (var table in new[] { "lane_log", "delivery", "attempt" })
        {
            await Store.Sql($"delete from {table} where lane = 1");
        }

        Assert.Equal([DossierFaultKind.Anchor], (await dossier.Faults()).Select(fault => fault.Kind));
    }

    [Fact]
    public async Task Check_AnEventWrittenAnewWithItsHash_FindsTheSignature()
    {
        var dossier = await Recorded();
        var last = dossier.State.Sequence;
        var head = await Store.Rows("select previous_hash, at from action_event where sequence = $1", last);
        var at = await MicrosecondsOf(last);
        var forged = HashChain.Next((byte[])head[0][0]!, last, at, "tip", "deventer", "d-17", "{}");
        await Store.Sql("update action_event set type = 'tip', data = '{}', hash = $1 where sequence = $2", forged, last);
        Assert.Contains(new DossierFault(null, last, DossierFaultKind.Signature), await dossier.Faults());
    }

    [Fact]
    public async Task Check_SignaturesTakenAway_FindsEachUnlessFromBefore()
    {
        var dossier = await Recorded();
        await Store.Sql("delete from action_signature");
        var faults = await dossier.Faults();
        Assert.Equal(dossier.State.Sequence, faults.Count(fault => fault.Kind == DossierFaultKind.NotSigned));
        Assert.Empty(await dossier.Faults(unsignedUntil: StoreBench.At.AddDays(1)));
    }

    [Fact]
    public async Task Check_AKeyThatIsNotGiven_FindsEverySignature()
    {
        var dossier = await Recorded();
        using var others = TestDossier.NewKeys("k-2");
        Assert.All(await dossier.Faults(others), fault => Assert.Equal(DossierFaultKind.UnknownKey, fault.Kind));
        using var impostor = TestDossier.NewKeys("k-1");
        Assert.All(await dossier.Faults(impostor), fault => Assert.Equal(DossierFaultKind.Signature, fault.Kind));
    }

    [Fact]
    public async Task Check_RowsAddedAndTakenAway_FindsBoth()
    {
        var dossier = await Recorded();
        await Store.Sql(
            "insert into attempt select action_id, message_no, participant_id, channel, 9, lane, carrier, incarnation, call_id, nonce, epoch, claimed_at, deadline, redial, rang_at, answered_at, ended_at, end_code, sip_status, keys, played_ms from attempt where answered_at is null and ended_at is null"
        );
        Assert.Equal([DossierFaultKind.ExtraRow], (await dossier.Faults()).Select(fault => fault.Kind));
        await Store.Sql("delete from attempt where attempt_no = 9");
        await Store.Sql("delete from attempt where ended_at is null and answered_at is null");
        Assert.Equal([DossierFaultKind.MissingRow], (await dossier.Faults()).Select(fault => fault.Kind));
    }

    [Fact]
    public async Task Check_AnUnknownAction_HasNoEntries()
    {
        var check = new DossierCheck(StoreBench.Action(77), _keys);
        await Store.Dossiers.Read(StoreBench.Action(77), check);
        Assert.Equal((0, 0), (check.Entries, check.Rows));
    }

    private async Task<TestDossier> Recorded()
    {
        var dossier = new TestDossier(Store, _keys);
        await dossier.Run();
        return dossier;
    }

    private async Task<long> MicrosecondsOf(long sequence)
    {
        var at = (await Store.Rows("select at from action_event where sequence = $1", sequence))[0][0];
        return at is DateTime time ? HashChain.Microseconds(new DateTimeOffset(time, TimeSpan.Zero)) : (long)at!;
    }

    private async Task<string[]> ColumnsOf(string table)
    {
        var columns = DossierTables.Single(known => known.Name == table).Columns;
        string[] known = table switch
        {
            "lane_log" or "delivery" => ["action_id", "lane", .. columns],
            _ => ["action_id", .. columns],
        };

        // No column may come into these tables without somebody saying what tells of it.
        Assert.Equal(known.Length, (await Store.Rows($"select * from {table} limit 1"))[0].Length);
        return known;
    }

    private static DossierTable[] DossierTables =>
        [
            DossierTable.Action,
            DossierTable.Event,
            DossierTable.Signature,
            DossierTable.Message,
            DossierTable.LaneLog,
            DossierTable.Delivery,
            DossierTable.Attempt,
        ];

    /// <summary>Changes a byte, looks, and puts it back.</summary>
    /// <returns>What was missed; null where it was found, or could not be changed, or does no harm.</returns>
    private async Task<string?> Flip(TestDossier dossier, string table, string[] key, string column, Random random)
    {
        var rows = await Store.Rows($"select {column}, {string.Join(", ", key)} from {table} where {column} is not null");
        var row = rows[random.Next(rows.Count)];
        var flipped = Flipped(row[0]!, random);
        var after = key.Select((name, i) => name == column ? flipped : row[i + 1]).ToArray();
        try
        {
            await Set(row.AsSpan(1).ToArray(), flipped);
        }
        catch (Exception exception) when (exception is StoreConflictException || column == "lane_order")
        {
            // There is a row of that name, or a number that PostgreSQL gives itself: the database itself says no.
            return null;
        }

        var found = (await dossier.Faults()).Count > 0;
        var harmless = column == "lane_order" || (table == "attempt" && Provisional.Contains(column) && await IsOpen(after));
        await Set(after, row[0]!);
        return found || harmless ? null : $"{table}.{column}: {row[0]} became {flipped}";

        Task Set(object?[] who, object? value) =>
            Store.Sql(
                $"update {table} set {column} = $1 where {string.Join(" and ", key.Select((name, i) => $"{name} = ${i + 2}"))}",
                [value, .. who]
            );

        async Task<bool> IsOpen(object?[] who) =>
            (
                await Store.Rows(
                    $"select 1 from attempt where ended_at is null and {string.Join(" and ", key.Select((name, i) => $"{name} = ${i + 1}"))}",
                    who
                )
            ).Count == 1;
    }

    private static object Flipped(object value, Random random) =>
        value switch
        {
            bool flag => !flag,
            short number => (short)(number ^ (1 << random.Next(7))),
            int number => number ^ (1 << random.Next(16)),
            long number => number ^ (1L << random.Next(40)),
            DateTime time => time.AddMicroseconds(1L << random.Next(40)),
            Guid id => Guid.Parse(FlippedText(id.ToString("N"), random, "0123456789abcdef")),
            byte[] bytes => FlippedBytes(bytes, random),
            string text => FlippedText(text, random, null),
            _ => throw new NotSupportedException(value.GetType().Name),
        };

    private static byte[] FlippedBytes(byte[] bytes, Random random)
    {
        var copy = bytes.ToArray();
        copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
        return copy;
    }

    private static string FlippedText(string text, Random random, string? alphabet)
    {
        if (text.Length == 0)
        {
            return "#";
        }

        var letters = text.ToCharArray();
        var place = random.Next(letters.Length);
        letters[place] = alphabet is null
            ? (char)(letters[place] ^ (1 << random.Next(5)))
            : alphabet[(alphabet.IndexOf(letters[place], StringComparison.Ordinal) + 1) % alphabet.Length];
        return new string(letters);
    }
}
