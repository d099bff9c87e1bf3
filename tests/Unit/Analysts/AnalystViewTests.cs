using Burgernet.Dialing;
using Burgernet.Grains.Dossier;
using Burgernet.Tests.Unit.Dossier;
using Burgernet.Tests.Unit.Storage;
using Xunit;

namespace Burgernet.Tests.Unit.Analysts;

/// <summary>The views for analysts, as they are documented.</summary>
public abstract class AnalystViewTests : StoreTests
{
    private readonly DossierKeys _keys = TestDossier.NewKeys("k-1");

    /// <summary>What stands before the name of a view: a schema, or a prefix.</summary>
    private protected abstract string Prefix { get; }

    [Fact]
    public async Task Views_HaveTheColumnsThatAreDocumented()
    {
        Assert.Equal(["action", "wave", "delivery", "attempt", "tip_count", "day"], [.. AnalystPage.Views.Select(view => view.View)]);
        foreach (var (view, columns) in AnalystPage.Views)
        {
            Assert.Equal(columns, await ColumnsOf(view));
        }
    }

    [Fact]
    public async Task Views_OfAnAction_TellItInWordsAndFigures()
    {
        await Recorded();
        Assert.Equal(
            ["missing-child", "stopped", "urgent", "8", "2", "1", "8", "5", "2", "1", "0.5", "0.3"],
            await One(
                "action",
                "kind, status, urgency, selected, contacted, heard, deliveries, attempts, answered, tips, answered_minutes, cost_euro"
            )
        );
    }

    [Fact]
    public async Task Delivery_ByResult_SaysWordsAndNotNumbers()
    {
        await Recorded();
        Assert.Equal(
            ["-:2", "busy:1", "confirmed:1", "no-answer:1", "not-attempted-stopped:3"],
            await Some("delivery", "coalesce(result, '-') || ':' || count(*)", "group by result")
        );
        Assert.Equal(
            ["hung-up-by-us:200", "rejected:486", "ring-limit:487"],
            await Some("attempt", "ended_by || ':' || sip_status", "where ended_by is not null")
        );
    }

    [Theory]
    [InlineData("nl", "10", "0.6")]
    [InlineData("en", "15", "0.9")]
    [InlineData("fr", "10", "0.6")]
    public async Task Views_OfSms_SayWhatTheyCostAndWhomTheyReached(string language, string segments, string euro)
    {
        await Recorded();
        const string Texts = """[{"language":"en","text":"x","segments":3},{"language":"nl","text":"y","segments":2}]""";
        await Store.Sql(
            $$"""update action_event set data = replace(data, '"messages"', '"texts":{{Texts}},"messages"') where type = 'drafted'"""
        );
        await Store.Sql(
            """update action_event set data = replace(data, '"euroPerAnswer"', '"euroPerSms":0.06,"euroPerAnswer"') where type = 'started'"""
        );
        await Store.Sql("update attempt set channel = 'sms', end_code = 14, rang_at = null, answered_at = null, ended_at = claimed_at");
        await Store.Sql("update delivery set channel = 'sms', result = 43, contacted = true, language = $1", language);

        Assert.Equal(
            ["8", "0", "8", "5", segments, euro, euro],
            await One("action", "contacted, heard, reached, sms_texts, sms_segments, sms_euro, cost_euro")
        );
        Assert.Equal(["5", segments, euro], await One("attempt", "count(segments), sum(segments), round(sum(cost_euro), 2)"));
        Assert.Equal(["8", "5", segments, euro], await One("day", "reached, sms_texts, sms_segments, sms_euro"));
        Assert.Equal(["to-handset:8"], await Some("delivery", "result || ':' || count(*)", "where reached group by result"));

        // What was refused, or is not known to have been taken, costs nothing.
        await Store.Sql("update attempt set end_code = 15");
        Assert.Equal(["0", "0", "0"], await One("action", "sms_texts, sms_segments, cost_euro"));
        Assert.Equal(["5", "0"], await One("attempt", "count(*), count(cost_euro)"));
    }

    [Fact]
    public async Task Words_OfEveryCode_AreStored()
    {
        foreach (var result in Enum.GetValues<DeliveryResult>())
        {
            var sql = $"select count(*) from stored_word where list = 'delivery-result' and code = {(int)result}";
            Assert.Equal(1, await Store.Number(sql));
        }
    }

    [Fact]
    public async Task Wave_OfTheStart_IsThere()
    {
        await Recorded();
        Assert.Equal(["1|start"], await Some("wave", "wave || '|' || kind", ""));
    }

    [Fact]
    public async Task Waves_OneAfterTheOther_HaveWhomTheyAddedAndTheirOwnEnd()
    {
        var dossier = await Recorded();
        await Event(dossier, 901, "selection-completed", """{"selected":20}""");
        await Event(dossier, 902, "wave-completed", """{"selected":20}""");
        await Event(dossier, 903, "expanded", """{"wave":2,"area":{}}""");
        await Event(dossier, 904, "expanded", """{"wave":3,"area":{}}""");
        await Event(dossier, 905, "selection-completed", """{"selected":45,"wave":2}""");
        await Event(dossier, 906, "selection-completed", """{"selected":50,"wave":3}""");
        await Event(dossier, 907, "message-added", """{"message":2,"kind":"update"}""");
        const string Row =
            "coalesce(cast(wave as text), '-') || '|' || kind || '|' || message_no || '|' || coalesce(cast(selected as text), '-')";
        const string Open = "case when completed_at is null then ' open' else '' end";
        Assert.Equal(
            ["-|update|2|- open", "1|start|1|20", "2|expansion|1|25 open", "3|expansion|1|5 open"],
            await Some("wave", $"{Row} || {Open}", "")
        );
        await Event(dossier, 908, "wave-completed", """{"selected":50}""");
        Assert.Equal(["-|update|2|-", "1|start|1|20", "2|expansion|1|25", "3|expansion|1|5"], await Some("wave", $"{Row} || {Open}", ""));
    }

    [Fact]
    public async Task Views_WithEventsThatNobodyKnows_GoOn()
    {
        var dossier = await Recorded();
        await Event(dossier, 901, "something-new", "[1]");
        await Event(dossier, 902, "expanded", """{"wave":2,"area":{}}""");
        await Event(dossier, 903, "selection-completed", """{"selected":4,"wave":2}""");
        await Event(dossier, 904, "closed", """{"result":"direct","reason":"gevonden"}""");
        Assert.Equal(["direct"], await One("action", "result"));
        Assert.Equal(
            ["1|start|", "2|expansion|4"],
            await Some("wave", "wave || '|' || kind || '|' || coalesce(cast(selected as text), '')", "")
        );
        Assert.Equal(["1", "1", "0"], await One("day", "actions, direct, contributed"));
    }

    [Fact]
    public async Task Place_OfWhomItWouldTell_IsLeftOut()
    {
        await Recorded();

        // Eight people in three cells: none with five in it.
        Assert.Equal(["0"], await One("delivery", "count(cell)"));
        await Store.Sql("update location set cell = 613198120247885823, municipality = 'GM0150'");
        Assert.Equal(["8", "1", "8828471064fffff"], await One("delivery", "count(cell), count(distinct cell), min(cell)"));
        Assert.Equal(["8"], await One("delivery", "count(municipality)"));
    }

    private protected async Task<TestDossier> Recorded()
    {
        var dossier = new TestDossier(Store, _keys);
        await dossier.Run();
        await Event(dossier, 900, "tip", "{}");
        return dossier;
    }

    private protected abstract Task<string[]> ColumnsOf(string view);

    private async Task<string[]> One(string view, string columns) =>
        [.. Assert.Single(await Store.Rows($"select {columns} from {Prefix}{view}")).Select(Text)];

    private async Task<string[]> Some(string view, string column, string rest) =>
        [.. (await Store.Rows($"select {column} from {Prefix}{view} {rest}")).Select(row => Text(row[0])).Order(StringComparer.Ordinal)];

    private Task Event(TestDossier dossier, long sequence, string type, string data) =>
        Store.Sql(
            $"insert into action_event select action_id, {sequence}, at, control_room, dispatcher, $1, $2, null, null, previous_hash, hash from action_event where action_id = $3 and sequence = 1",
            type,
            data,
            dossier.Id
        );

    private static string Text(object? value) =>
        value switch
        {
            null => "",
            decimal number => number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
}
